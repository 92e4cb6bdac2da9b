package org.maintenancefund.unit.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.search.NameWriting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The areas whose units a person sees, by name, to choose one of. */
@Component
@RequiredArgsConstructor
public class UnitAreaList {

    private static final Keyset<AreaId> AREAS = new Keyset<>(
            "a.id",
            "FROM named_area a",
            List.of(new Keyset.Key("a.sort_key", String.class), new Keyset.Key("a.id", UUID.class)),
            false,
            (row, i) -> new AreaId(row.getObject(1, UUID.class)));

    private final PropertyAreas areas;
    private final UnitFigures figures;
    private final JdbcClient jdbc;

    /**
     * An area of the list.
     *
     * @param units how many are registered
     */
    public record Line(AreaView area, long units) {}

    /** Those of some areas only. */
    public static Conditions among(Collection<AreaId> ids) {
        return new Conditions()
                .and("a.id = ANY (:ids)", "ids", ids.stream().map(AreaId::value).toArray(UUID[]::new));
    }

    /**
     * @param text  any part of the area's name, former name, address or number
     * @param where of {@code a}, the area
     */
    public Listing<Line> list(String text, Conditions where) {
        String key = NameWriting.of(text);
        where.and("a.state = 'ACTIVE'");
        return AREAS.where(jdbc, key.isEmpty() ? where : where.and("strpos(a.search_key, :text) > 0", "text", key))
                .map(this::lines);
    }

    private List<Line> lines(List<AreaId> ids) {
        Map<AreaId, Long> units = figures.count(ids);
        return areas.inOrder(ids).stream()
                .map(area -> new Line(area, units.getOrDefault(area.id(), 0L)))
                .toList();
    }
}
