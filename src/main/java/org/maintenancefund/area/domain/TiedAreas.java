package org.maintenancefund.area.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose areas are: their committees and who manages them today, by one question for all areas of a page. */
@Component
@RequiredArgsConstructor
public class TiedAreas {

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * An area of a list.
     *
     * @param committee name of the committee or preparatory group; empty where it has none
     * @param manager   name of the office, or else the company, that manages it today; empty where nobody does
     */
    public record TiedArea(AreaView area, String committee, String manager) {}

    private record Names(String committee, String manager) {
        static final Names NONE = new Names("", "");
    }

    public List<TiedArea> of(List<AreaView> areas) {
        if (areas.isEmpty()) {
            return List.of();
        }
        Map<UUID, Names> names = new HashMap<>();
        jdbc.sql("SELECT a.id,"
                        + " coalesce((SELECT o.name FROM area_governed g JOIN organisation o ON o.id = g.committee_id"
                        + " WHERE g.area_id = a.id LIMIT 1), '') AS committee,"
                        + " coalesce((SELECT o.name FROM area_managed m JOIN organisation o ON o.id = m.manager_id"
                        + " WHERE m.area_id = a.id AND m.effective @> :today LIMIT 1), '') AS manager"
                        + " FROM unnest(cast(:areas AS uuid[])) AS a (id)")
                .param("today", LocalDate.now(clock))
                .param(
                        "areas",
                        areas.stream().map(AreaView::id).map(AreaId::value).toArray(UUID[]::new))
                .query((row, i) -> names.put(
                        row.getObject("id", UUID.class),
                        new Names(row.getString("committee"), row.getString("manager"))))
                .list();
        return areas.stream()
                .map(area -> tied(area, names.getOrDefault(area.id().value(), Names.NONE)))
                .toList();
    }

    private static TiedArea tied(AreaView area, Names names) {
        return new TiedArea(area, names.committee(), names.manager());
    }
}
