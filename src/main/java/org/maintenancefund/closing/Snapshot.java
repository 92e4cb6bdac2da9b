package org.maintenancefund.closing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what the books, the bills and the bank say of a month that nothing lands in any more: each part by one statement, however many
 * units there are. What an attempt before left behind goes first.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class Snapshot {

    /**
     * What a part of the books comes to, as people read it ({@code LedgerAccount.natural}): what the month closed last left, and what
     * was posted since, so that a month costs its own postings and not those of all years.
     */
    private static final String FIGURES = """
            WITH last AS (SELECT max(c.month) AS month FROM period_closing c WHERE c.state = 'CONFIRMED' AND c.month < :month),
            before AS (
                SELECT a.account_id, a.bank, a.unallocated, a.household, a.opening, a.income, a.spending
                  FROM closing_account a JOIN period_closing c ON c.id = a.closing_id AND c.state = 'CONFIRMED'
                  JOIN last ON last.month = c.month),
            moved AS (
                SELECT p.account_id,
                       sum(p.amount) FILTER (WHERE p.part = 'BANK') AS bank,
                       -sum(p.amount) FILTER (WHERE p.part = 'UNALLOCATED') AS unallocated,
                       -sum(p.amount) FILTER (WHERE p.part = 'HOUSEHOLD') AS household,
                       -sum(p.amount) FILTER (WHERE p.part = 'OPENING') AS opening,
                       -sum(p.amount) FILTER (WHERE p.part = 'INCOME') AS income,
                       sum(p.amount) FILTER (WHERE p.part = 'SPENDING') AS spending
                  FROM account_posting p
                 WHERE p.period <= :month AND p.period > coalesce((SELECT last.month FROM last), '-infinity')
                 GROUP BY p.account_id)
            """;

    private static final String ACCOUNTS = FIGURES + """
            INSERT INTO closing_account (closing_id, account_id, bank, unallocated, household, opening, income, spending)
            SELECT :closing, account_id, coalesce(b.bank, 0) + coalesce(m.bank, 0),
                   coalesce(b.unallocated, 0) + coalesce(m.unallocated, 0), coalesce(b.household, 0) + coalesce(m.household, 0),
                   coalesce(b.opening, 0) + coalesce(m.opening, 0), coalesce(b.income, 0) + coalesce(m.income, 0),
                   coalesce(b.spending, 0) + coalesce(m.spending, 0)
              FROM before b FULL JOIN moved m USING (account_id)
            """;

    /**
     * A household's balance at the end of the month is what it has now without what landed later; bills are as they stand at this
     * moment. The units are read once, and everything else beside them.
     */
    private static final String UNITS = """
            INSERT INTO closing_unit (month, area_id, unit_id, balance, posted, billed, paid, open)
            SELECT :month, u.area_id, u.unit_id, coalesce(b.balance, 0) - coalesce(p.later, 0), coalesce(p.posted, 0),
                   coalesce(i.amount + i.adjusted, 0), coalesce(i.allocated, 0), coalesce(o.open, 0)
              FROM named_unit u
              LEFT JOIN (SELECT h.unit_id, sum(h.balance) AS balance FROM household_balance h GROUP BY h.unit_id) b
                ON b.unit_id = u.unit_id
              LEFT JOIN (SELECT m.unit_id, sum(m.amount) FILTER (WHERE m.period = :month) AS posted,
                                sum(m.amount) FILTER (WHERE m.period > :month) AS later
                           FROM household_posting m WHERE m.period >= :month GROUP BY m.unit_id) p
                ON p.unit_id = u.unit_id
              LEFT JOIN issued_bill i ON i.unit_id = u.unit_id AND i.period = :month
              LEFT JOIN (SELECT l.unit_id, sum(l.open) AS open FROM bill_open l WHERE l.period <= :month GROUP BY l.unit_id) o
                ON o.unit_id = u.unit_id
            """;

    private final Closings closings;
    private final List<BankBalances> banks;
    private final JdbcClient jdbc;

    long accounts(ClosingId closing) {
        YearMonth month = month(closing);
        long written = jdbc.sql(ACCOUNTS)
                .param("closing", closing.value())
                .param("month", month.atDay(1))
                .update();
        for (BankBalances bank : banks) {
            told(closing, bank.balances(month));
            items(closing, bank.items(month));
        }
        return written;
    }

    private void told(ClosingId closing, List<BankBalances.Told> told) {
        jdbc.sql(
                        "UPDATE closing_account c SET told_balance = t.balance, told_day = CAST(t.day AS date)"
                                + " FROM unnest(CAST(:accounts AS uuid[]), CAST(:balances AS bigint[]), CAST(:days AS text[]))"
                                + " AS t (account_id, balance, day) WHERE c.closing_id = :closing AND c.account_id = t.account_id")
                .param("closing", closing.value())
                .param(
                        "accounts",
                        told.stream().map(one -> one.account().value()).toArray(UUID[]::new))
                .param("balances", told.stream().map(one -> one.balance().fen()).toArray(Long[]::new))
                .param("days", told.stream().map(one -> one.day().toString()).toArray(String[]::new))
                .update();
    }

    private void items(ClosingId closing, List<BankBalances.Item> items) {
        Map<String, Integer> places = new HashMap<>();
        List<Integer> numbered = new ArrayList<>();
        items.forEach(item -> numbered.add(places.merge(item.account() + " " + item.kind(), 1, Integer::sum)));
        jdbc.sql("INSERT INTO closing_item (closing_id, account_id, kind, place, day, reference, text, amount)"
                        + " SELECT :closing, n.account_id, n.kind, n.place, CAST(n.day AS date), n.reference, n.text, n.amount"
                        + " FROM unnest(CAST(:accounts AS uuid[]), CAST(:kinds AS text[]), CAST(:places AS integer[]),"
                        + " CAST(:days AS text[]), CAST(:references AS text[]), CAST(:texts AS text[]), CAST(:amounts AS bigint[]))"
                        + " AS n (account_id, kind, place, day, reference, text, amount)"
                        + " JOIN closing_account c ON c.closing_id = :closing AND c.account_id = n.account_id")
                .param("closing", closing.value())
                .param(
                        "accounts",
                        items.stream().map(one -> one.account().value()).toArray(UUID[]::new))
                .param(
                        "kinds",
                        texts(items.stream().map(one -> one.kind().name()).toList()))
                .param("places", numbered.toArray(Integer[]::new))
                .param(
                        "days",
                        texts(items.stream().map(one -> one.day().toString()).toList()))
                .param(
                        "references",
                        texts(items.stream().map(BankBalances.Item::reference).toList()))
                .param(
                        "texts",
                        texts(items.stream().map(BankBalances.Item::text).toList()))
                .param("amounts", items.stream().map(one -> one.amount().fen()).toArray(Long[]::new))
                .update();
    }

    private static String[] texts(List<String> values) {
        return values.toArray(String[]::new);
    }

    long units(ClosingId closing) {
        LocalDate month = month(closing).atDay(1);
        jdbc.sql("DELETE FROM closing_unit WHERE month = :month")
                .param("month", month)
                .update();
        return jdbc.sql(UNITS).param("month", month).update();
    }

    /** The last step: with it the closing waits for people. */
    long areas(ClosingId closing) {
        LocalDate month = month(closing).atDay(1);
        jdbc.sql("DELETE FROM closing_area WHERE month = :month")
                .param("month", month)
                .update();
        long written = jdbc.sql(
                        "INSERT INTO closing_area (month, area_id, units, balance, posted, billed, paid, open, sha256)"
                                + " SELECT s.month, s.area_id, s.units, s.balance, s.posted, s.billed, s.paid, s.open, s.sha256"
                                + " FROM closing_area_sum s WHERE s.month = :month")
                .param("month", month)
                .update();
        jdbc.sql(
                        "UPDATE period_closing SET state = 'READY', sha256 = coalesce((SELECT h.sha256 FROM closing_hash h"
                                + " WHERE h.month = :month), encode(sha256(''), 'hex')) WHERE id = :closing AND state = 'CHECKING'")
                .param("month", month)
                .param("closing", closing.value())
                .update();
        return written;
    }

    private YearMonth month(ClosingId closing) {
        return closings.find(closing).orElseThrow().period();
    }
}
