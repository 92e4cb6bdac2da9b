package org.maintenancefund.area.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.domain.AreaReader;
import org.maintenancefund.area.domain.AreaRelatives;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/** 系统比对 of 社区信息完善. */
@Component
class AreaComparison {

    private final AreaRecords records;
    private final AreaReader reader;
    private final AreaRelatives relatives;
    private final InfoLines lines;

    AreaComparison(AreaRecords records, AreaReader reader, AreaRelatives relatives, InfoLines lines) {
        this.records = records;
        this.reader = reader;
        this.relatives = relatives;
        this.lines = lines;
    }

    List<SystemCheck> compare(AreaDetails details) {
        List<SystemCheck> checks = new ArrayList<>();
        AreaInfo info = details.after();
        NewArea area = info.area();
        Optional<AreaView> own = details.area().map(records::standing);
        if (own.isPresent()) {
            movedOn(checks, details, own.get());
        } else {
            names(checks, info);
        }
        totals(checks, info);
        AreaId self = own.map(AreaView::id).orElse(null);
        others(
                checks,
                reader.withParcels(area.parcelNumbers()),
                self,
                Messages.of("area.check.parcel"),
                area.parcelNumbers().isEmpty() ? null : Messages.of("area.check.parcel.free"));
        if (area.fundAccount() != null) {
            others(
                    checks,
                    reader.withAccount(area.fundAccount().accountNumber()),
                    self,
                    Messages.of("area.check.account"),
                    Messages.of("area.check.account.free"));
        }
        return checks;
    }

    private void movedOn(List<SystemCheck> checks, AreaDetails details, AreaView now) {
        AreaInfo before = details.before();
        List<String> labels =
                before == null ? List.of() : lines.overwrittenLabels(before, details.after(), records.info(now));
        checks.add(
                labels.isEmpty()
                        ? SystemCheck.good("area.check.unchanged")
                        : SystemCheck.look("area.check.changed", String.join("、", labels))
                                .at(href(now)));
    }

    private void names(List<SystemCheck> checks, AreaInfo info) {
        String name = info.area().name();
        StreetId street = info.area().street();
        List<AreaView> same = records.namedElsewhere(info);
        if (same.isEmpty()) {
            checks.add(SystemCheck.good("area.check.name.free"));
        }
        same.forEach(area ->
                checks.add(SystemCheck.look("area.check.name", title(area)).at(href(area))));
        List<AreaView> siblings = relatives.siblingsOf(name, street);
        first(
                checks,
                siblings,
                AreaRelatives.MOST_SIBLINGS,
                Messages.of("area.check.siblings"),
                Messages.of("area.check.siblings.ask"));
        List<AreaView> near = relatives.nearNamesOf(name, info.district(), street);
        first(
                checks,
                near,
                AreaRelatives.MOST_NEAR_NAMES,
                Messages.of("area.check.near"),
                Messages.of("area.check.near.ask"));
        if (siblings.isEmpty() && near.isEmpty()) {
            checks.add(SystemCheck.good("area.check.near.none"));
        }
    }

    /** A line for each of the first, and one that says so where there are more. */
    private static void first(List<SystemCheck> checks, List<AreaView> found, int most, String what, String then) {
        found.stream()
                .limit(most)
                .forEach(area -> checks.add(new SystemCheck(false, what + title(area) + then, href(area))));
        if (found.size() > most) {
            checks.add(SystemCheck.look("area.check.more", what, most));
        }
    }

    private static void totals(List<SystemCheck> checks, AreaInfo info) {
        List<Totals.Total> off = Totals.off(info);
        if (off.isEmpty()) {
            // Without a table of buildings there is nothing to add up.
            checks.add(SystemCheck.good(info.buildingList().isEmpty() ? "area.check.sums" : "area.check.buildings"));
        }
        off.forEach(total -> checks.add(new SystemCheck(false, total.line(), null)));
    }

    private static void others(
            List<SystemCheck> checks, List<AreaView> found, @Nullable AreaId self, String look, @Nullable String good) {
        List<AreaView> others =
                found.stream().filter(area -> !area.id().equals(self)).toList();
        first(checks, others, AreaReader.MOST, look, "");
        if (others.isEmpty() && good != null) {
            checks.add(new SystemCheck(true, good, null));
        }
    }

    private static String title(AreaView area) {
        return area.name() + "（" + area.code() + "，" + area.streetName() + "）";
    }

    private static String href(AreaView area) {
        return "/areas/" + area.id();
    }
}
