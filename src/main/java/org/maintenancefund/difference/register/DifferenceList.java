package org.maintenancefund.difference.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.difference.DifferenceKind;
import org.maintenancefund.difference.DifferenceNumber;
import org.maintenancefund.difference.DifferenceOwner;
import org.maintenancefund.difference.DifferenceState;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The differences that a person may see, what is due first, first. */
@Component
@RequiredArgsConstructor
public class DifferenceList {

    private static final String COLUMNS = "d.number, d.kind, d.reference, d.subject, a.name AS area, o.name AS company,"
            + " d.district_id, d.amount, d.day, d.text, d.link, d.owner, d.owner_name, d.due_on, d.state, d.raised_at,"
            + " d.raised_by_name, d.closing_entry, d.settled_at, d.version";

    private static final String FROM = "FROM difference d LEFT JOIN named_area a ON a.id = d.area_id"
            + " LEFT JOIN organisation o ON o.id = d.company_id";

    private static final Keyset<DifferenceView> ROWS = new Keyset<>(
            COLUMNS,
            FROM,
            List.of(new Keyset.Key("d.due_on", LocalDate.class), new Keyset.Key("d.number", String.class)),
            false,
            (row, i) -> read(row));

    private final JdbcClient jdbc;

    /**
     * What a list is narrowed down to, beside the state.
     *
     * @param district those of the district; empty for all
     * @param overdue  those whose day has passed on that day; empty for all
     * @param taken    those that this person has taken on; empty for all
     * @param text     any part of the number, the reference or what it is of; empty for all
     */
    public record Sought(
            Optional<UUID> district,
            Optional<DifferenceKind> kind,
            Optional<DifferenceOwner> owner,
            Optional<LocalDate> overdue,
            Optional<UUID> taken,
            String text) {

        private Conditions conditions() {
            Conditions where = new Conditions()
                    .equal("d.district_id", district)
                    .equal("d.kind", kind)
                    .equal("d.owner", owner)
                    .equal("d.owner_id", taken);
            overdue.ifPresent(day -> where.and("d.due_on < :today AND d.state <> 'SETTLED'", "today", day));
            if (!text.isEmpty()) {
                where.and(
                        "(d.number ILIKE :part OR d.reference ILIKE :part OR d.subject ILIKE :part)",
                        "part",
                        Conditions.part(text));
            }
            return where;
        }
    }

    /** Those of a state; without one those that are not settled. */
    public Listing<DifferenceView> list(Sought sought, Optional<DifferenceState> state) {
        Conditions where = sought.conditions().constant("d.state", state);
        return ROWS.where(jdbc, state.isPresent() ? where : where.and("d.state <> 'SETTLED'"));
    }

    /** How many of each state there are, each counted up to a limit, by one question. */
    public Map<DifferenceState, Long> counts(Sought sought) {
        Map<DifferenceState, Long> counts = new EnumMap<>(DifferenceState.class);
        Conditions where = sought.conditions();
        jdbc.sql("SELECT s.state, (SELECT count(*) FROM (SELECT FROM difference d WHERE d.state = s.state" + where.sql()
                        + " LIMIT " + (CappedCount.LIMIT + 1)
                        + ") AS counted) FROM unnest(CAST(:states AS text[])) AS s (state)")
                .params(where.params())
                .param(
                        "states",
                        Arrays.stream(DifferenceState.values()).map(Enum::name).toArray(String[]::new))
                .query(row -> {
                    counts.put(DifferenceState.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /** One that the person may see. */
    Optional<DifferenceView> find(DifferenceNumber number, CurrentUser user) {
        return jdbc.sql("SELECT " + COLUMNS + " " + FROM + " WHERE d.number = :number")
                .param("number", number.value())
                .query((row, i) -> read(row))
                .optional()
                .filter(found -> user.sees(found.district()));
    }

    private static DifferenceView read(ResultSet row) throws SQLException {
        Long amount = row.getObject("amount", Long.class);
        UUID district = row.getObject("district_id", UUID.class);
        var settled = row.getTimestamp("settled_at");
        return new DifferenceView(
                new DifferenceNumber(row.getString("number")),
                DifferenceKind.valueOf(row.getString("kind")),
                row.getString("reference"),
                row.getString("subject"),
                row.getString("area"),
                row.getString("company"),
                districtOf(district),
                amount == null ? null : new Money(amount),
                row.getObject("day", LocalDate.class),
                row.getString("text"),
                row.getString("link"),
                DifferenceOwner.valueOf(row.getString("owner")),
                row.getString("owner_name"),
                row.getObject("due_on", LocalDate.class),
                DifferenceState.valueOf(row.getString("state")),
                row.getTimestamp("raised_at").toInstant(),
                row.getString("raised_by_name"),
                row.getString("closing_entry"),
                settled == null ? null : settled.toInstant(),
                row.getInt("version"));
    }

    private static @Nullable DistrictId districtOf(@Nullable UUID id) {
        return id == null ? null : new DistrictId(id);
    }
}
