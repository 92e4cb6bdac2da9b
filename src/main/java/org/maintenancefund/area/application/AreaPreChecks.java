package org.maintenancefund.area.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.PreCheck;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.FundAccount;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.SimilarAreas;
import org.maintenancefund.area.domain.AreaRelatives;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NameList;
import org.springframework.stereotype.Component;

/** 提交前预审 of 社区信息完善. Another area's parcel or account is told without saying whose it is. */
@Component
@RequiredArgsConstructor
class AreaPreChecks {

    private final PropertyAreas areas;
    private final AreaRelatives relatives;

    List<PreCheck> of(Draft<?> draft, AreaDetails details) {
        AreaInfo info = details.after();
        NewArea area = info.area();
        Optional<AreaId> own = details.area().map(areas::standing).map(AreaView::id);
        List<PreCheck> found = new ArrayList<>();
        if (own.isEmpty()) {
            found.addAll(names(draft, info));
        }
        Totals.off(info)
                .forEach(total -> found.add(at(draft, AreaStep.SCALE, "total", "area.pre.total", total.line())));
        if (isElsewhere(areas.withParcels(area.parcelNumbers()), own)) {
            found.add(at(draft, AreaStep.BASICS, "parcelNumbers", "area.pre.parcel"));
        }
        FundAccount account = area.fundAccount();
        if (account != null && isElsewhere(areas.withAccount(account.accountNumber()), own)) {
            found.add(at(draft, AreaStep.ACCOUNT, "own", "area.pre.account"));
        }
        return found;
    }

    private List<PreCheck> names(Draft<?> draft, AreaInfo info) {
        String name = info.area().name();
        StreetId street = info.area().street();
        List<PreCheck> found = new ArrayList<>();
        SimilarAreas similar = relatives.ofName(name, info.district(), street);
        List<AreaView> siblings = similar.siblings();
        if (!siblings.isEmpty()) {
            found.add(at(
                    draft, AreaStep.BASICS, "name", "area.pre.siblings", list(siblings, AreaRelatives.MOST_SIBLINGS)));
        }
        List<AreaView> near = similar.nearNames();
        if (!near.isEmpty()) {
            found.add(at(draft, AreaStep.BASICS, "name", "area.pre.near", list(near, AreaRelatives.MOST_NEAR_NAMES)));
        }
        return found;
    }

    private static boolean isElsewhere(List<AreaView> found, Optional<AreaId> own) {
        return found.stream().map(AreaView::id).anyMatch(id -> !own.equals(Optional.of(id)));
    }

    private static String list(List<AreaView> found, int most) {
        return NameList.of(
                found.stream()
                        .map(area -> area.name() + "（" + area.code() + "，" + area.streetName() + "）")
                        .toList(),
                most);
    }

    private static PreCheck at(Draft<?> draft, AreaStep step, String field, String key, @Nullable Object... args) {
        return PreCheck.at(
                AreaStep.path(draft, "/" + step.word()) + "#" + field, Messages.of("area.field." + field), key, args);
    }
}
