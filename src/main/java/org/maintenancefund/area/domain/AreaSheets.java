package org.maintenancefund.area.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaTables;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.SimilarAreas;
import org.maintenancefund.kernel.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the page of an area tells: what is in this module's tables in one statement, the rest from who keeps it. */
@Service
@RequiredArgsConstructor
public class AreaSheets {

    /** The area, and behind it those that share a base with it. */
    static final String RECORD = "WITH mine AS (SELECT * FROM area WHERE id = :area) SELECT " + AreaRelatives.ROW
            + ", (SELECT json_agg(b) FROM (" + AreaBuildings.SELECT
            + ") b (name, storeys, units, households, \"floorArea\")) AS told_buildings"
            + ", (SELECT json_agg(l) FROM (" + AreaHistory.LINES
            + ") l (event, at, person, organisation, text, other, \"otherName\", \"otherCode\")) AS history"
            + ", (" + MergeRecords.LATEST_INTO + ") AS merge"
            + " FROM mine a UNION ALL SELECT s.*, NULL, NULL, NULL FROM (" + AreaRelatives.SIBLINGS + ") s";

    private final JdbcClient jdbc;
    private final AreaRows rows;
    private final PropertyAreas areas;
    private final AreaMerging merging;
    private final ObjectProvider<AreaTables> tables;
    private final JsonMapper json;

    private record AreaRecord(
            AreaView area,
            List<Building> buildings,
            List<AreaHistory.Line> history,
            @Nullable UUID merge) {}

    /** The sheet for staff; {@link NotFound} where there is no such area or it is another district's. */
    @Transactional(readOnly = true)
    public AreaSheet of(AreaId id, CurrentUser user) {
        List<AreaRecord> all =
                jdbc.sql(RECORD).param("area", id.value()).query(this::read).list();
        AreaRecord found = all.stream()
                .filter(read -> read.area().id().equals(id))
                .findFirst()
                .filter(read -> user.sees(read.area().district()))
                .orElseThrow(() -> new NotFound("area " + id));
        AreaView area = found.area();
        List<AreaView> related = all.stream()
                .map(AreaRecord::area)
                .filter(other -> !other.id().equals(id))
                .toList();
        return new AreaSheet(
                area,
                found.buildings(),
                merging.facts(List.of(id)),
                area.isActive()
                        ? AreaRelatives.siblingsAndSeries(area, related)
                        : new SimilarAreas(List.of(), List.of(), List.of()),
                area.mergedInto() == null ? null : areas.standing(id),
                found.history(),
                found.merge(),
                tables.orderedStream()
                        .flatMap(table -> table.tables(area, user).stream())
                        .toList());
    }

    private AreaRecord read(ResultSet row, int number) throws SQLException {
        return new AreaRecord(
                rows.mapRow(row, number),
                list(row.getString("told_buildings"), Building[].class),
                list(row.getString("history"), AreaHistory.Line[].class),
                row.getObject("merge", UUID.class));
    }

    private <T> List<T> list(@Nullable String array, Class<T[]> type) {
        return array == null ? List.of() : List.of(json.readValue(array, type));
    }
}
