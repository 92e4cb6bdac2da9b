package org.maintenancefund.unit.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaFact;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.kernel.Messages;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The units of areas that become one. They stand in their buildings, and the database takes them along where those go into
 * the kept area, and back ({@code fk_unit_building}): here is nothing to move. Their numbers stay. Forms that are open about them
 * are stale afterwards, since what they say of the building may be another one's name by then.
 */
@Component
@Order(5)
@RequiredArgsConstructor
class UnitMergeParticipant implements AreaMergeParticipant {

    private final UnitFigures figures;
    private final UnitRepository units;

    @Override
    public String name() {
        return "units";
    }

    @Override
    public List<AreaFact> facts(Collection<AreaId> areas) {
        Map<AreaId, List<AreaFact.Line>> lines = figures.count(areas).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, count -> line(count.getKey(), count.getValue())));
        return List.of(new AreaFact(Messages.of("Page.UNITS"), lines));
    }

    private static List<AreaFact.Line> line(AreaId area, long units) {
        return List.of(new AreaFact.Line(Messages.of("unit.merge.units", Figures.of(units)), "/units/areas/" + area));
    }

    @Override
    public String move(AreaId kept, Collection<AreaId> merged, Instant now) {
        List<AreaId> all = new ArrayList<>(merged);
        all.add(kept);
        units.outdate(all);
        return "";
    }

    @Override
    public void moveBack(AreaId kept, String moved) {
        units.outdate(List.of(kept));
    }
}
