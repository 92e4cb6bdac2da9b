package org.maintenancefund.unit.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.AreasByName;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The areas whose units a person sees, by name, to choose one of. */
@Component
@RequiredArgsConstructor
public class UnitAreaList {

    private static final Keyset<Counted> AREAS = new Keyset<>(
            "a.id, (SELECT count(*) FROM unit u WHERE u.area_id = a.id) AS units",
            "FROM named_area a",
            List.of(new Keyset.Key("a.sort_key", String.class), new Keyset.Key("a.id", UUID.class)),
            false,
            (row, i) -> new Counted(new AreaId(row.getObject("id", UUID.class)), row.getLong("units")));

    private final PropertyAreas areas;
    private final JdbcClient jdbc;

    /**
     * An area of the list.
     *
     * @param units how many are registered
     */
    public record Line(AreaView area, long units) {}

    private record Counted(AreaId area, long units) {}

    /**
     * @param text  any part of the area's name, former name, address or number
     * @param where of {@code a}, the area
     */
    public Listing<Line> list(String text, Conditions where) {
        where.and("a.state = 'ACTIVE'");
        return AREAS.where(jdbc, AreasByName.called(where, text)).map(this::lines);
    }

    private List<Line> lines(List<Counted> counted) {
        Map<AreaId, AreaView> views =
                areas.byId(counted.stream().map(Counted::area).toList());
        return counted.stream()
                .map(found -> new Line(Objects.requireNonNull(views.get(found.area())), found.units()))
                .toList();
    }
}
