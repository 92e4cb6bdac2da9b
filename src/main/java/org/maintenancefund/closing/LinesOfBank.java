package org.maintenancefund.closing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the lines of the bank say of the accounts, and which of them lay in 待清分 at the end of a month. */
@Component
@RequiredArgsConstructor
class LinesOfBank implements BankBalances {

    /**
     * A line leaves 待清分 by an entry of its own or with the slips that it pays; the month of an entry stands in its number. Lines that
     * landed in a later month are not there yet, and money that came and went back is nothing.
     */
    private static final String UNASSIGNED = """
            SELECT l.account_id, l.day, l.serial, l.sequence, concat_ws(' ', nullif(l.counterparty, ''), nullif(l.text, ''))
                   AS text, l.amount - coalesce(paid.amount, 0) AS amount
              FROM bank_line_told l
              JOIN named_fund_account f ON f.id = l.account_id
              LEFT JOIN bank_line_told o ON o.id = l.other_line_id
              LEFT JOIN (SELECT x.line_id, sum(x.amount)::bigint AS amount
                           FROM bank_line_slip x JOIN remittance_slip_named s ON s.id = x.slip_id
                          WHERE substr(s.entry, 3, 6) <= :digits GROUP BY x.line_id) paid ON paid.line_id = l.id
              LEFT JOIN (SELECT p.account_id, p.reference FROM account_posting p
                          WHERE p.kind = 'BANK_LINE' AND p.part = 'BANK' AND p.period > :month) later
                ON later.account_id = l.account_id AND later.reference = f.number || '-' || l.sequence
             WHERE l.day <= :last AND later.reference IS NULL
               AND (l.entry IS NULL OR substr(l.entry, 3, 6) > :digits)
               AND NOT (l.kind = 'RETURNED' AND o.day <= :last)
               AND l.amount <> coalesce(paid.amount, 0)
             ORDER BY l.account_id, l.sequence
            """;

    private final JdbcClient jdbc;

    @Override
    public List<Told> balances(YearMonth month) {
        return jdbc.sql("SELECT DISTINCT ON (l.account_id) l.account_id, l.balance, l.day FROM bank_line_told l"
                        + " WHERE l.day <= :last ORDER BY l.account_id, l.sequence DESC")
                .param("last", month.atEndOfMonth())
                .query((row, i) -> new Told(
                        new FundAccountId(row.getObject("account_id", UUID.class)),
                        new Money(row.getLong("balance")),
                        row.getObject("day", LocalDate.class)))
                .list();
    }

    @Override
    public List<Item> items(YearMonth month) {
        return jdbc.sql(UNASSIGNED)
                .param("digits", "%04d%02d".formatted(month.getYear(), month.getMonthValue()))
                .param("month", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .query((row, i) -> new Item(
                        new FundAccountId(row.getObject("account_id", UUID.class)),
                        ItemKind.UNASSIGNED,
                        row.getObject("day", LocalDate.class),
                        row.getString("serial").isEmpty() ? row.getString("sequence") : row.getString("serial"),
                        row.getString("text"),
                        new Money(row.getLong("amount"))))
                .list();
    }
}
