package org.maintenancefund.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitPlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What came to households and went from them: of one household, or of an entry. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class HouseholdPostings {

    /** With what the household had then, in all accounts together: the sum up to that posting. */
    private static final Keyset<Posted> OF_UNIT = new Keyset<>(
            "h.number, h.account_id, h.kind, h.day, h.period, h.reference, h.amount, h.reversal, h.after",
            "FROM (SELECT p.*, sum(p.amount) OVER (ORDER BY p.day, p.number, p.place) AS after FROM household_posting p"
                    + " WHERE p.unit_id = :unit) h",
            List.of(
                    new Keyset.Key("h.day", LocalDate.class),
                    new Keyset.Key("h.number", String.class),
                    new Keyset.Key("h.place", Integer.class)),
            true,
            (row, i) -> posted(row));

    private static final Keyset<OfEntry> OF_ENTRY = new Keyset<>(
            "h.unit_id, u.number AS unit_number, u.building, u.entrance, u.floor, u.door, h.amount, a.name AS area",
            "FROM household_posting h JOIN named_unit u ON u.unit_id = h.unit_id JOIN named_area a ON a.id = u.area_id",
            List.of(new Keyset.Key("h.place", Integer.class)),
            false,
            (row, i) -> ofEntry(row));

    private final JdbcClient jdbc;

    /**
     * A posting of a household.
     *
     * @param amount what came, less than nothing for what went
     * @param after  what the household had afterwards
     */
    public record Posted(
            EntryNumber number,
            FundAccountId account,
            EntryKind kind,
            LocalDate day,
            YearMonth period,
            String reference,
            Money amount,
            boolean reversal,
            Money after) {}

    /** A household's part of an entry. */
    public record OfEntry(UnitId unit, String unitNumber, UnitPlace place, String area, Money amount) {}

    /** Of one household, the latest first; whoever asks has made sure that the person may see the unit. */
    public Listing<Posted> of(UnitId unit) {
        return OF_UNIT.where(jdbc, new Conditions().bind("unit", unit.value()));
    }

    /** What a household has in each account. */
    public Map<FundAccountId, Money> balances(UnitId unit) {
        Map<FundAccountId, Money> balances = new LinkedHashMap<>();
        jdbc.sql("SELECT account_id, balance FROM household_balance WHERE unit_id = :unit ORDER BY account_id")
                .param("unit", unit.value())
                .query((row, i) ->
                        balances.put(new FundAccountId(row.getObject(1, UUID.class)), new Money(row.getLong(2))))
                .list();
        return balances;
    }

    /** What a household has in all accounts together. */
    public Money balance(UnitId unit) {
        return Money.sum(balances(unit).values().stream());
    }

    /** The households of an entry, of which the person sees those of their district. */
    public Listing<OfEntry> of(EntryNumber entry, CurrentUser user) {
        Conditions where = new Conditions().and("h.number = :number", "number", entry.value());
        user.districtIfAny().ifPresent(own -> where.and("a.district_id = :district", "district", own.value()));
        return OF_ENTRY.where(jdbc, where);
    }

    private static Posted posted(ResultSet row) throws SQLException {
        return new Posted(
                new EntryNumber(row.getString("number")),
                new FundAccountId(row.getObject("account_id", UUID.class)),
                EntryKind.valueOf(row.getString("kind")),
                row.getObject("day", LocalDate.class),
                YearMonth.from(row.getObject("period", LocalDate.class)),
                row.getString("reference"),
                new Money(row.getLong("amount")),
                row.getBoolean("reversal"),
                new Money(row.getLong("after")));
    }

    private static OfEntry ofEntry(ResultSet row) throws SQLException {
        return new OfEntry(
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("unit_number"),
                UnitPlace.read(row),
                row.getString("area"),
                new Money(row.getLong("amount")));
    }
}
