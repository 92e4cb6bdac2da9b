package org.maintenancefund.unit.opening;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreasByName;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.unit.OpeningState;
import org.maintenancefund.web.DistrictFigures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sheets of opening balances for staff, what came into its state first, first. */
@Component
@RequiredArgsConstructor
public class OpeningQueue {

    private static final Keyset<Row> ROWS = new Keyset<>(
            "s.id, a.name, a.code, s.state, s.state_since, s.as_of, s.taken_over, s.explanation, s.units, s.total,"
                    + " s.made_by_name, s.checked_by_name",
            "FROM opening_sheet s JOIN named_area a ON a.id = s.area_id",
            List.of(new Keyset.Key("s.state_since", Instant.class), new Keyset.Key("s.id", UUID.class)),
            false,
            (row, i) -> read(row));

    /** So many that were returned stand in lines of their own on a workbench. */
    private static final int MOST_RETURNED = 10;

    private final JdbcClient jdbc;
    private final DistrictFigures kept;

    /**
     * A sheet of the list.
     *
     * @param units   how many lines it has; null before it is checked
     * @param total   what they come to; null before it is checked
     * @param checker who checked it; null before
     */
    public record Row(
            OpeningId id,
            String area,
            String code,
            OpeningState state,
            Instant since,
            LocalDate asOf,
            Money takenOver,
            boolean explained,
            @Nullable Integer units,
            @Nullable Money total,
            String maker,
            @Nullable String checker) {

        /** How much more than the amount that was taken over; null before it is checked. */
        public @Nullable Money difference() {
            return total == null ? null : total.minus(takenOver);
        }

        /** As spreadsheets have it; null before it is checked. */
        public @Nullable BigDecimal totalDecimal() {
            return total == null ? null : total.decimal();
        }
    }

    /**
     * Those of the areas.
     *
     * @param district those of its areas; empty for all
     * @param text     any part of the area's name, former name, address or number; empty for all
     */
    public Listing<Row> list(Optional<UUID> district, Optional<OpeningState> state, String text) {
        Conditions where = new Conditions().equal("a.district_id", district).constant("s.state", state);
        return ROWS.where(jdbc, AreasByName.called(where, text));
    }

    /** How many wait for the district. */
    record Waiting(long sheets) {}

    /** How many wait for the district to decide; asked once for all who show it. */
    long waiting(@Nullable DistrictId district) {
        return kept.of(district, Waiting.class, () -> new Waiting(count(district)))
                .sheets();
    }

    private long count(@Nullable DistrictId district) {
        return list(Optional.ofNullable(district).map(DistrictId::value), Optional.of(OpeningState.CHECKED), "")
                .count()
                .value();
    }

    /** Whether any district returned one that nobody has changed since. */
    private record AnyReturned(boolean any) {}

    /** The same; asked once for all who show it. */
    boolean anyReturned() {
        return kept.of(
                        null,
                        AnyReturned.class,
                        () -> new AnyReturned(
                                jdbc.sql("SELECT EXISTS (SELECT FROM opening_sheet WHERE state = 'RETURNED')")
                                        .query(Boolean.class)
                                        .single()))
                .any();
    }

    /** A sheet that the district returned, by the area that it is of. */
    record Returned(AreaId area, String name) {}

    /** Those of the areas that the district returned and nobody has changed since, the first first. */
    List<Returned> returned(Collection<AreaId> areas) {
        return jdbc.sql("SELECT a.id, a.name FROM opening_sheet s JOIN named_area a ON a.id = s.area_id"
                        + " WHERE s.area_id = ANY (:areas) AND s.state = 'RETURNED' ORDER BY s.state_since LIMIT "
                        + MOST_RETURNED)
                .param("areas", areas.stream().map(AreaId::value).toArray(UUID[]::new))
                .query((row, i) -> new Returned(new AreaId(row.getObject(1, UUID.class)), row.getString(2)))
                .list();
    }

    private static Row read(ResultSet row) throws SQLException {
        Long total = row.getObject("total", Long.class);
        return new Row(
                new OpeningId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("code"),
                OpeningState.valueOf(row.getString("state")),
                row.getTimestamp("state_since").toInstant(),
                row.getObject("as_of", LocalDate.class),
                new Money(row.getLong("taken_over")),
                !row.getString("explanation").isEmpty(),
                row.getObject("units", Integer.class),
                total == null ? null : new Money(total),
                row.getString("made_by_name"),
                row.getString("checked_by_name"));
    }
}
