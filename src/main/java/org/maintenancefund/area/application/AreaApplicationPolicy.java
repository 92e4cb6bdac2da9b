package org.maintenancefund.area.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPolicy;
import org.maintenancefund.application.ApplicationSubjects;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.PreCheck;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.area.AreaEvent;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.BuildingReference;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.SimilarAreas;
import org.maintenancefund.area.domain.AreaBuildings;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.area.domain.AreaRelatives;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NameList;
import org.maintenancefund.kernel.Reason;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** 社区信息完善: approved, a new area exists with its code, or one on record is changed. */
@Component
@RequiredArgsConstructor
class AreaApplicationPolicy implements ApplicationPolicy<AreaDetails> {

    private final AreaBuildings buildings;
    private final PropertyAreas areas;
    private final AreaRelatives relatives;
    private final InfoLines lines;
    private final AreaRegister register;
    private final AreaPreChecks preChecks;
    private final ApplicationSubjects applications;
    private final ObjectProvider<BuildingReference> references;

    @Override
    public ApplicationSummary summarise(AreaDetails details) {
        Optional<AreaView> area = details.area().map(areas::standing);
        AreaInfo info = details.after();
        return new ApplicationSummary(
                area.map(found -> found.id().value()).orElseGet(() -> subjectOf(info)),
                area.map(AreaView::name).orElse(info.area().name()),
                area.isPresent() ? AreaDetails.CHANGE : AreaDetails.NEW,
                area.map(AreaView::district).orElse(info.district()),
                info.area().street().value(),
                details.contactName(),
                new MobileNumber(details.contactMobile()));
    }

    /** A new area is the same as another one of that name in the district. */
    private static UUID subjectOf(AreaInfo info) {
        return UUID.nameUUIDFromBytes(
                ("area:" + info.district() + ":" + ChineseText.fold(info.area().name()))
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Reason> obstacle(AreaDetails details) {
        if (details.area().isEmpty()) {
            return areas.activeNamed(details.after().area().name()).stream()
                    .filter(details.after()::isInStreetOf)
                    .findFirst()
                    .map(area -> Reason.of("area.application.exists", area.name(), area.code()));
        }
        return details.after().equals(details.before())
                ? Optional.of(Reason.of("area.application.nothing"))
                : details.area().flatMap(area -> referredTo(area, details));
    }

    /** What refers to a building that would be gone, or be called something else. */
    private Optional<Reason> referredTo(AreaId id, AreaDetails details) {
        List<Building> after = details.after().buildingList();
        if (details.before() == null || after.equals(details.before().buildingList())) {
            return Optional.empty();
        }
        Set<String> staying = after.stream().map(Building::key).collect(Collectors.toSet());
        AreaView standing = areas.standing(id);
        AreaId area = standing.id();
        if (!area.equals(id)) {
            // Its list of buildings would take the place of another area's.
            return Optional.of(Reason.of("area.application.buildings-merged", standing.name()));
        }
        List<Building> going = buildings.of(area).stream()
                .filter(building -> !staying.contains(building.key()))
                .toList();
        return going.isEmpty()
                ? Optional.empty()
                : references
                        .orderedStream()
                        .map(reference -> reference.whyKept(area, going))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    @Override
    public Optional<Reason> doubt(AreaDetails details) {
        List<String> labels = movedOn(details, details.area().map(areas::standing));
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.of(Reason.of("area.application.moved-on", String.join("、", labels)));
    }

    /** What the application changes and somebody else changed meanwhile. */
    private List<String> movedOn(AreaDetails details, Optional<AreaView> area) {
        AreaInfo before = details.before();
        return before == null
                ? List.of()
                : area.map(now -> lines.overwrittenLabels(before, details.after(), record(now)))
                        .orElse(List.of());
    }

    private AreaInfo record(AreaView area) {
        return AreaInfo.of(area, buildings.of(area.id()));
    }

    @Override
    public void approved(ApprovedApplication application, AreaDetails details) {
        AreaInfo before = details.before();
        if (details.area().isEmpty() || before == null) {
            AreaId entered = register.enter(
                    details.after().area(),
                    Messages.of("area.application.history", details.organisation(), application.number()),
                    application.approvedBy());
            register.changeBuildings(entered, details.after().buildingList());
            // From now on it is about the area that it made.
            applications.put(application.number(), entered.value());
            return;
        }
        AreaId area = areas.standing(details.area().get()).id();
        register.lock(List.of(area));
        AreaView current = areas.standing(area);
        AreaInfo now = record(current);
        AreaInfo wanted = details.after().appliedTo(before, now);
        register.change(
                area,
                wanted.area(),
                AreaEvent.CHANGED,
                Messages.of(
                        "area.application.history.change",
                        String.join("、", lines.changedLabels(now, wanted)),
                        details.organisation(),
                        application.number()),
                application.approvedBy());
        if (!wanted.buildingList().equals(now.buildingList())) {
            register.changeBuildings(area, wanted.buildingList());
        }
    }

    @Override
    public List<SystemCheck> compare(ApplicationNumber number, AreaDetails details) {
        return compare(details, details.area().map(areas::standing));
    }

    /** The same where the area that is to be changed was read already; empty for a new one. */
    List<SystemCheck> compare(AreaDetails details, Optional<AreaView> own) {
        List<SystemCheck> checks = new ArrayList<>();
        AreaInfo info = details.after();
        NewArea area = info.area();
        if (own.isPresent()) {
            List<String> labels = movedOn(details, own);
            checks.add(
                    labels.isEmpty()
                            ? SystemCheck.good("area.check.unchanged")
                            : SystemCheck.look("area.check.changed", String.join("、", labels))
                                    .at(href(own.get())));
        } else {
            names(checks, info);
        }
        totals(checks, info);
        AreaId self = own.map(AreaView::id).orElse(null);
        others(
                checks,
                areas.withParcels(area.parcelNumbers()),
                self,
                Messages.of("area.check.parcel"),
                area.parcelNumbers().isEmpty() ? null : Messages.of("area.check.parcel.free"));
        if (area.fundAccount() != null) {
            others(
                    checks,
                    areas.withAccount(area.fundAccount().accountNumber()),
                    self,
                    Messages.of("area.check.account"),
                    Messages.of("area.check.account.free"));
        }
        return checks;
    }

    @Override
    public List<PreCheck> foresee(Draft<?> draft, AreaDetails details) {
        return preChecks.of(draft, details);
    }

    private void names(List<SystemCheck> checks, AreaInfo info) {
        String name = info.area().name();
        StreetId street = info.area().street();
        List<AreaView> same = areas.activeNamed(name).stream()
                .filter(area -> area.district().equals(info.district()) && !info.isInStreetOf(area))
                .toList();
        if (same.isEmpty()) {
            checks.add(SystemCheck.good("area.check.name.free"));
        }
        same.forEach(area ->
                checks.add(SystemCheck.look("area.check.name", title(area)).at(href(area))));
        SimilarAreas similar = relatives.ofName(name, info.district(), street);
        first(
                checks,
                similar.siblings(),
                AreaRelatives.MOST_SIBLINGS,
                Messages.of("area.check.siblings"),
                Messages.of("area.check.siblings.ask"));
        if (!similar.series().isEmpty()) {
            checks.add(SystemCheck.good(
                    "area.check.series",
                    NameList.of(similar.series().stream().map(AreaView::name).toList(), AreaRelatives.MOST_SIBLINGS)));
        }
        List<AreaView> near = similar.nearNames();
        near.stream()
                .limit(AreaRelatives.MOST_NEAR_NAMES)
                .forEach(area -> checks.add(
                        SystemCheck.look("area.check.near", title(area)).at(href(area))));
        if (near.size() > AreaRelatives.MOST_NEAR_NAMES) {
            checks.add(SystemCheck.look("area.check.near.total", near.size(), AreaRelatives.MOST_NEAR_NAMES));
        }
        if (similar.siblings().isEmpty() && near.isEmpty()) {
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
        first(checks, others, PropertyAreas.MOST_WITH_NUMBER, look, "");
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
