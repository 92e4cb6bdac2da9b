package org.maintenancefund.closing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What stands between books and bank at the end of a month as books and slips know it: lines of the bank that came too late for the
 * month and landed in a later one, and slips whose money was on its way.
 */
@Component
@RequiredArgsConstructor
class BooksAndSlips implements BankBalances {

    private final JdbcClient jdbc;

    /** The books don't know what the bank says. */
    @Override
    public List<Told> balances(YearMonth month) {
        return List.of();
    }

    @Override
    public List<Item> items(YearMonth month) {
        List<Item> items = new ArrayList<>(jdbc.sql(
                        "SELECT p.account_id, p.day, p.number, p.kind, p.amount FROM account_posting p"
                                + " WHERE p.part = 'BANK' AND p.period > :month AND p.day <= :last ORDER BY p.day, p.number")
                .param("month", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .query((row, i) -> item(row, ItemKind.BANK_ONLY, Messages.of("EntryKind." + row.getString("kind"))))
                .list());
        items.addAll(jdbc.sql("SELECT s.account_id, s.submitted_on AS day, s.number, s.company,"
                        + " s.amount - CASE WHEN s.state = 'PARTLY_ARRIVED' THEN s.arrived ELSE 0 END AS amount"
                        + " FROM remittance_slip_named s WHERE s.state NOT IN ('DRAFT', 'VOIDED') AND s.submitted_on <= :last"
                        + " AND (s.arrived_on IS NULL OR s.arrived_on > :last) ORDER BY s.submitted_on, s.number")
                .param("last", month.atEndOfMonth())
                .query((row, i) -> item(row, ItemKind.DECLARED, row.getString("company")))
                .list());
        return items;
    }

    private static Item item(ResultSet row, ItemKind kind, String text) throws SQLException {
        return new Item(
                new FundAccountId(row.getObject("account_id", UUID.class)),
                kind,
                row.getObject("day", LocalDate.class),
                row.getString("number"),
                text,
                new Money(row.getLong("amount")));
    }
}
