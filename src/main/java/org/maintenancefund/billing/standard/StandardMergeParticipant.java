package org.maintenancefund.billing.standard;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaFact;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.maintenancefund.billing.ChargeStandard;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.kernel.Messages;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The standards of areas that become one. What the owners of one part decided does not bind those of another: from the merge on
 * all units are charged by what the kept area has, and the merged areas' own stay where they are, as what was decided.
 */
@Component
@Order(6)
@RequiredArgsConstructor
class StandardMergeParticipant implements AreaMergeParticipant {

    private final ChargeStandards standards;
    private final Clock clock;

    @Override
    public String name() {
        return "charge-standards";
    }

    /** Those of its own that hold or are coming, so that who merges sees that they differ. */
    @Override
    public List<AreaFact> facts(Collection<AreaId> areas) {
        Map<AreaId, List<AreaFact.Line>> lines = standards.own(areas, YearMonth.now(clock)).stream()
                .collect(Collectors.groupingBy(
                        standard -> standard.area().orElseThrow(),
                        Collectors.mapping(StandardMergeParticipant::line, Collectors.toList())));
        return List.of(new AreaFact(Messages.of("Page.AREA_CHARGE_STANDARDS"), lines));
    }

    private static AreaFact.Line line(ChargeStandard standard) {
        return new AreaFact.Line(
                StandardWords.whole(standard.use(), standard.lift(), standard.rate(), standard.from()),
                ChargeStandardController.PATH + "/areas/" + standard.area().orElseThrow());
    }

    @Override
    public String move(AreaId kept, Collection<AreaId> merged, Instant now) {
        return "";
    }

    @Override
    public void moveBack(AreaId kept, String moved) {
        // Nothing was moved.
    }
}
