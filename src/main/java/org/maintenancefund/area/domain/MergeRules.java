package org.maintenancefund.area.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.maintenancefund.area.AreaFact;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.FundAccount;
import org.maintenancefund.area.MergeBlocker;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/** What of the areas themselves stands against a merge; what is tied to them is told by their {@code AreaMergeParticipant}. */
@Component
class MergeRules {

    static final int FEWEST = 2;
    static final int MOST = 20;

    List<MergeBlocker> blockers(List<AreaView> areas) {
        List<MergeBlocker> blockers = new ArrayList<>();
        if (areas.size() < FEWEST) {
            blockers.add(blocker(Messages.of("area.merge.too-few"), List.of()));
        }
        if (areas.size() > MOST) {
            blockers.add(blocker(Messages.of("area.merge.too-many", MOST), List.of()));
        }
        List<AreaView> gone = areas.stream().filter(area -> !area.isActive()).toList();
        if (!gone.isEmpty()) {
            blockers.add(blocker(Messages.of("area.merge.gone"), gone));
        }
        if (areas.stream().map(AreaView::district).distinct().count() > 1) {
            blockers.add(blocker(Messages.of("area.merge.districts"), areas));
        }
        List<AreaView> withAccount =
                areas.stream().filter(area -> area.fundAccount() != null).toList();
        if (withAccount.stream()
                        .map(AreaView::fundAccount)
                        .filter(Objects::nonNull)
                        .map(FundAccount::accountNumber)
                        .distinct()
                        .count()
                > 1) {
            blockers.add(blocker(Messages.of("area.merge.accounts"), withAccount));
        }
        if (areas.stream()
                                .flatMap(area -> area.parcelNumbers().stream())
                                .distinct()
                                .count()
                        > AreaText.MOST_PARCELS
                || areas.stream().mapToInt(AreaView::buildings).sum() > AreaText.MOST_BUILDINGS
                || areas.stream().mapToInt(AreaView::households).sum() > AreaText.MOST_HOUSEHOLDS) {
            blockers.add(blocker(Messages.of("area.merge.figures"), areas));
        }
        return blockers;
    }

    private static MergeBlocker blocker(String sentence, List<AreaView> areas) {
        return new MergeBlocker(
                sentence,
                areas.stream()
                        .map(area -> new AreaFact.Line(area.name() + "（" + area.code() + "）", "/areas/" + area.id()))
                        .toList());
    }
}
