package org.maintenancefund.billing.start;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.AreasByName;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The areas whose collection a person sees, by name: who collects, and from which month on. */
@Component
@RequiredArgsConstructor
class CollectionAreaList {

    /** Who collects today, or else who will or did last. */
    private static final String MANDATE = " LEFT JOIN LATERAL (SELECT m.valid_from, m.valid_to,"
            + " concat_ws(' · ', e.name, o.name) AS collector FROM collection_mandate m"
            + " JOIN organisation e ON e.id = m.enterprise_id LEFT JOIN organisation o ON o.id = m.office_id"
            + " WHERE m.area_id = a.id AND NOT isempty(m.validity)"
            + " ORDER BY m.validity @> CAST(:today AS date) DESC, m.valid_from DESC LIMIT 1) m ON true";

    private static final Keyset<Found> AREAS = new Keyset<>(
            "a.id, m.collector, m.valid_from, m.valid_to, s.first_month",
            "FROM named_area a LEFT JOIN collection_start s ON s.area_id = a.id" + MANDATE,
            List.of(new Keyset.Key("a.sort_key", String.class), new Keyset.Key("a.id", UUID.class)),
            false,
            CollectionAreaList::found);

    private final PropertyAreas areas;
    private final JdbcClient jdbc;
    private final Clock clock;

    private record Found(
            AreaId area,
            @Nullable String collector,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable YearMonth firstMonth) {}

    /**
     * An area of the list.
     *
     * @param collector  who collects today, will or did last; null where nobody ever had a mandate
     * @param mandated   whether that mandate runs today
     * @param from       its first day
     * @param to         its last one
     * @param firstMonth null where the area is not opened
     */
    record Line(
            AreaView area,
            @Nullable String collector,
            boolean mandated,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable YearMonth firstMonth) {}

    /** Those that somebody has or had a mandate for. */
    static Conditions everMandated() {
        return new Conditions()
                .and("EXISTS (SELECT FROM collection_mandate x WHERE x.area_id = a.id AND NOT isempty(x.validity))");
    }

    /**
     * @param text  any part of the area's name, former name, address or number
     * @param where of {@code a}, the area, {@code m}, its mandate, and {@code s}, its 开通
     */
    Listing<Line> list(String text, Conditions where) {
        where.and("a.state = 'ACTIVE'").bind("today", LocalDate.now(clock));
        return AREAS.where(jdbc, AreasByName.called(where, text)).map(this::lines);
    }

    private List<Line> lines(List<Found> found) {
        LocalDate today = LocalDate.now(clock);
        Map<AreaId, AreaView> views = areas.byId(found.stream().map(Found::area).toList());
        return found.stream()
                .map(one -> new Line(
                        Objects.requireNonNull(views.get(one.area())),
                        one.collector(),
                        one.from() != null
                                && one.to() != null
                                && !today.isBefore(one.from())
                                && !today.isAfter(one.to()),
                        one.from(),
                        one.to(),
                        one.firstMonth()))
                .toList();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        LocalDate first = row.getObject("first_month", LocalDate.class);
        return new Found(
                new AreaId(row.getObject("id", UUID.class)),
                row.getString("collector"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                first == null ? null : YearMonth.from(first));
    }
}
