package org.maintenancefund.area.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.domain.AreaReader;
import org.maintenancefund.area.domain.AreaRelatives;
import org.maintenancefund.city.StreetId;
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
                reader.withParcels(info.parcelNumbers()),
                self,
                "宗地号已登记在",
                info.parcelNumbers().isEmpty() ? null : "宗地号没有登记在别的物业区域");
        if (info.fundAccount() != null) {
            others(checks, reader.withAccount(info.fundAccount().accountNumber()), self, "专户账号已登记在", "专户账号没有登记在别的物业区域");
        }
        return checks;
    }

    private void movedOn(List<SystemCheck> checks, AreaDetails details, AreaView now) {
        AreaInfo before = details.before();
        List<String> labels =
                before == null ? List.of() : AreaRecords.overwritten(lines, before, details.after(), records.info(now));
        checks.add(
                labels.isEmpty()
                        ? SystemCheck.good("申请之后，要变更的内容没有别的变动")
                        : SystemCheck.look("申请之后已有变动：" + String.join("、", labels) + "，通过后将被覆盖", href(now)));
    }

    private void names(List<SystemCheck> checks, AreaInfo info) {
        StreetId street = new StreetId(info.street());
        DistrictId district = new DistrictId(info.district());
        List<AreaView> same = records.namedElsewhere(info);
        if (same.isEmpty()) {
            checks.add(SystemCheck.good("本区没有同名的物业区域"));
        }
        same.forEach(area -> checks.add(SystemCheck.look("本区有同名的物业区域：" + title(area), href(area))));
        List<AreaView> siblings = relatives.siblingsOf(info.name(), street);
        first(checks, siblings, AreaRelatives.MOST_SIBLINGS, "同一街道有同一小区的其他分期或片区：", "，请确认不必合并");
        List<AreaView> near = relatives.nearNamesOf(info.name(), district, street);
        first(checks, near, AreaRelatives.MOST_NEAR_NAMES, "名称相近：", "，请确认不是同一个小区");
        if (siblings.isEmpty() && near.isEmpty()) {
            checks.add(SystemCheck.good("本区没有名称相近的物业区域"));
        }
    }

    /** A line for each of the first, and one that says so where there are more. */
    private static void first(List<SystemCheck> checks, List<AreaView> found, int most, String what, String then) {
        found.stream().limit(most).forEach(area -> checks.add(SystemCheck.look(what + title(area) + then, href(area))));
        if (found.size() > most) {
            checks.add(SystemCheck.look(what + "还有更多，这里只列出前 " + most + " 个"));
        }
    }

    private static void totals(List<SystemCheck> checks, AreaInfo info) {
        List<Totals.Total> off = new ArrayList<>();
        if (!info.buildingList().isEmpty()) {
            off.addAll(Totals.of(Figures.of(info), info.buildingList()));
        }
        off.add(Totals.parts(Figures.of(info)));
        off.removeIf(Totals.Total::isEqual);
        if (off.isEmpty()) {
            // Without a table of buildings there is nothing to add up.
            checks.add(SystemCheck.good(info.buildingList().isEmpty() ? "分项面积合计与总建筑面积一致" : "楼栋合计与规模一致"));
        }
        off.forEach(total -> checks.add(SystemCheck.look(total.line())));
    }

    private static void others(
            List<SystemCheck> checks,
            List<AreaView> found,
            @org.jspecify.annotations.Nullable AreaId self,
            String look,
            @org.jspecify.annotations.Nullable String good) {
        List<AreaView> others =
                found.stream().filter(area -> !area.id().equals(self)).toList();
        first(checks, others, AreaReader.MOST, look, "");
        if (others.isEmpty() && good != null) {
            checks.add(SystemCheck.good(good));
        }
    }

    private static String title(AreaView area) {
        return area.name() + "（" + area.code() + "，" + area.streetName() + "）";
    }

    private static String href(AreaView area) {
        return "/areas/" + area.id();
    }
}
