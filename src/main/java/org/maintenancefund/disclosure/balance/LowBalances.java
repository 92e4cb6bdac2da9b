package org.maintenancefund.disclosure.balance;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitPlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Households with less than 30 % of 首期原值 ({@link org.maintenancefund.unit.Replenishment}): by what the books say of them, and by what they
 * began with as long as nothing is booked to them.
 */
@Service
@RequiredArgsConstructor
public class LowBalances {

    /** All units with what they began with and have. */
    private static final String TOLD =
            "SELECT u.unit_id, u.number, u.area_id, o.original, coalesce(b.balance, o.balance) AS balance"
                    + " FROM named_unit u LEFT JOIN unit_opening_balance o ON o.unit_id = u.unit_id"
                    + " LEFT JOIN (SELECT h.unit_id, CAST(sum(h.balance) AS bigint) AS balance FROM household_balance h GROUP BY h.unit_id) b"
                    + " ON b.unit_id = u.unit_id";

    private static final Keyset<Row> ROWS = new Keyset<>(
            "l.unit_id, l.number, l.original, l.balance, a.id AS area_id, a.name AS area, u.building, u.entrance, u.floor, u.door",
            "FROM low_balance l JOIN named_unit u ON u.unit_id = l.unit_id JOIN named_area a ON a.id = l.area_id",
            List.of(new Keyset.Key("l.number", String.class)),
            false,
            (row, i) -> new Row(
                    new UnitId(row.getObject("unit_id", UUID.class)),
                    row.getString("number"),
                    row.getString("area"),
                    new UnitPlace(
                            row.getString("building"),
                            row.getString("entrance"),
                            row.getObject("floor", Integer.class),
                            row.getString("door")),
                    new Money(row.getLong("original")),
                    new Money(row.getLong("balance"))));

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * A household.
     *
     * @param original 首期原值
     */
    public record Row(UnitId unit, String number, String area, UnitPlace place, Money original, Money balance) {

        /** What it has of what it began with, in percent, rounded down: 29 is less than 30. */
        public long percent() {
            return Math.floorDiv(Math.multiplyExact(balance.fen(), 100), original.fen());
        }
    }

    /** Counts all of them anew: the number of each area and its list are of this moment. */
    @Transactional
    public void count() {
        jdbc.sql("DELETE FROM low_balance").update();
        jdbc.sql("DELETE FROM low_balance_area").update();
        jdbc.sql("WITH told AS MATERIALIZED (" + TOLD + "), counted AS (INSERT INTO low_balance_area"
                        + " SELECT t.area_id, count(*), count(t.original), count(*) FILTER (WHERE t.balance * 10 < t.original * 3), :now"
                        + " FROM told t GROUP BY t.area_id)"
                        + " INSERT INTO low_balance (unit_id, number, area_id, original, balance)"
                        + " SELECT t.unit_id, t.number, t.area_id, t.original, t.balance FROM told t"
                        + " WHERE t.balance * 10 < t.original * 3")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** When they were counted last; empty where they never were. */
    @Transactional(readOnly = true)
    public Optional<Instant> countedAt() {
        return jdbc.sql("SELECT counted_at FROM low_balance_area LIMIT 1")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** In the order of 户号. */
    public Listing<Row> of(Optional<UUID> district, Optional<AreaId> area) {
        return ROWS.where(
                jdbc, new Conditions().equal("a.district_id", district).equal("l.area_id", area.map(AreaId::value)));
    }
}
