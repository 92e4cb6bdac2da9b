package org.maintenancefund.disclosure;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.EntryKind;
import org.maintenancefund.unit.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the books say of one household. Whoever asks has made sure that the person may see it. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class HouseholdBooks {

    private static final String OF_UNIT = " FROM household_posting p WHERE p.unit_id = :unit";

    private final JdbcClient jdbc;

    /**
     * What was booked to a household.
     *
     * @param number    of the entry
     * @param reference what it is of: the number of a slip
     * @param amount    less than nothing for what went from it
     * @param reversal  whether it takes another one back
     */
    public record Booked(
            LocalDate day, String number, EntryKind kind, String reference, Money amount, boolean reversal) {}

    /**
     * What came after a paper was given out.
     *
     * @param late  whether something was booked since of days that the paper is about
     * @param later how much was booked of days behind it
     */
    public record Since(boolean late, long later) {}

    /** What the household has today; empty where nothing was ever booked to it. */
    public Optional<Money> balance(UnitId unit) {
        return balance(unit, null);
    }

    /**
     * What it had at the end of a day, as the books say today; empty where nothing was ever booked to it.
     *
     * @param day null for all that is booked
     */
    public Optional<Money> balance(UnitId unit, @Nullable LocalDate day) {
        return jdbc.sql(
                        "SELECT sum(p.amount) FILTER (WHERE CAST(:day AS date) IS NULL OR p.day <= :day) AS balance, count(*) AS booked"
                                + OF_UNIT)
                .param("unit", unit.value())
                .param("day", day, Types.DATE)
                .query((row, i) -> row.getLong("booked") == 0
                        ? Optional.<Money>empty()
                        : Optional.of(new Money(row.getLong("balance"))))
                .single();
    }

    /** What was booked of these days, the earliest first; so many at most. */
    public List<Booked> booked(UnitId unit, LocalDate first, LocalDate last, int most) {
        return jdbc.sql("SELECT p.day, p.number, p.kind, p.reference, p.amount, p.reversal" + OF_UNIT
                        + " AND p.day BETWEEN :first AND :last ORDER BY p.day, p.number, p.place LIMIT :most")
                .param("unit", unit.value())
                .param("first", first)
                .param("last", last)
                .param("most", most)
                .query((row, i) -> new Booked(
                        row.getObject("day", LocalDate.class),
                        row.getString("number"),
                        EntryKind.valueOf(row.getString("kind")),
                        row.getString("reference"),
                        new Money(row.getLong("amount")),
                        row.getBoolean("reversal")))
                .list();
    }

    /** @param last the last day that the paper is about */
    public Since since(UnitId unit, LocalDate last, Instant issuedAt) {
        return jdbc.sql("SELECT coalesce(bool_or(p.day <= :last AND p.posted_at > :issued), false),"
                        + " count(*) FILTER (WHERE p.day > :last)" + OF_UNIT)
                .param("unit", unit.value())
                .param("last", last)
                .param("issued", Timestamp.from(issuedAt))
                .query((row, i) -> new Since(row.getBoolean(1), row.getLong(2)))
                .single();
    }
}
