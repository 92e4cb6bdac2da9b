package org.maintenancefund.bank.matching;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.collection.remittance.SlipId;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which slips the open lines of an account pay, found by some statements for all of its lines. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class SlipMatches {

    /** A transfer is looked for so many days before and behind the submission of its slip. */
    private static final int DAYS = 3;

    /** Lines and the slips that their text names, as far as the account waits for these. */
    private static final String NAMED = "SELECT l.id AS line_id, l.day, l.amount, l.sequence, s.id AS slip_id,"
            + " s.amount - s.arrived AS open, cardinality(l.slip_numbers) AS told,"
            + " count(*) OVER (PARTITION BY l.id) AS found, sum(s.amount - s.arrived) OVER (PARTITION BY l.id) AS total"
            + " FROM bank_line l CROSS JOIN LATERAL unnest(l.slip_numbers) AS n (number)"
            + " JOIN remittance_slip_named s ON s.number = n.number AND s.account_id = l.account_id"
            + " AND s.state IN ('SUBMITTED', 'PARTLY_ARRIVED')"
            + " WHERE l.account_id = :account AND l.state = 'OPEN' AND l.amount > 0";

    private static final String NOT_PROPOSED =
            "NOT EXISTS (SELECT FROM bank_assignment_slip x JOIN bank_assignment a ON a.id = x.assignment_id"
                    + " WHERE x.slip_id = s.id AND a.state = 'PROPOSED')";

    private final JdbcClient jdbc;
    private final Clock clock;

    /** A slip that a line pays, with how much of it. */
    record Match(UUID line, LocalDate day, SlipId slip, Money amount) {}

    /** A line of which it is known who sent it. */
    record Sent(UUID line, LocalDate day, Money amount, UUID company) {}

    /** Where the text names slips and these come to the amount; of two lines for one slip the first. */
    List<Match> byNumber(FundAccountId account) {
        return query(
                "WITH named AS (" + NAMED
                        + "), exact AS (SELECT n.*, row_number() OVER (PARTITION BY n.slip_id ORDER BY n.sequence)"
                        + " AS turn FROM named n WHERE n.found = n.told AND n.total = n.amount),"
                        + " met AS (SELECT e.*, max(e.turn) OVER (PARTITION BY e.line_id) AS latest FROM exact e)"
                        + " SELECT m.line_id, m.day, m.slip_id, m.open AS amount FROM met m WHERE m.latest = 1 ORDER BY m.sequence",
                account);
    }

    /** Where the text names one slip, of which the amount is a part. */
    List<Match> byPart(FundAccountId account) {
        return query(
                "WITH named AS (" + NAMED + " AND " + NOT_PROPOSED
                        + ") SELECT DISTINCT ON (n.slip_id) n.line_id, n.day, n.slip_id,"
                        + " n.amount FROM named n WHERE n.told = 1 AND n.found = 1 AND n.amount < n.open"
                        // What differs by a slip of the pen is no part: a person looks at it.
                        + " AND n.open - n.amount >= n.open / 20 ORDER BY n.slip_id, n.sequence",
                account);
    }

    /** Where the amount and the payer's account are those of one slip alone, within some days. */
    List<Match> byPayer(FundAccountId account) {
        return query(
                "WITH met AS (SELECT DISTINCT l.id AS line_id, l.day, l.amount, s.id AS slip_id FROM bank_line l"
                        + " JOIN payer_account p ON p.number = l.counterparty_account AND p.confirmed"
                        + " JOIN remittance_slip_named s ON s.account_id = l.account_id AND s.enterprise_id = p.company_id"
                        + " AND s.state IN ('SUBMITTED', 'PARTLY_ARRIVED') AND s.amount - s.arrived = l.amount"
                        + " AND abs(l.day - s.submitted_on) <= " + DAYS
                        + " WHERE l.account_id = :account AND l.state = 'OPEN' AND l.amount > 0 AND " + NOT_PROPOSED
                        + ")"
                        + " SELECT m.line_id, m.day, m.slip_id, m.amount FROM met m WHERE NOT EXISTS (SELECT FROM met o"
                        + " WHERE (o.line_id = m.line_id) <> (o.slip_id = m.slip_id))",
                account);
    }

    private List<Match> query(String sql, FundAccountId account) {
        return jdbc.sql(sql)
                .param("account", account.value())
                .query((row, i) -> new Match(
                        row.getObject("line_id", UUID.class),
                        row.getObject("day", LocalDate.class),
                        new SlipId(row.getObject("slip_id", UUID.class)),
                        new Money(row.getLong("amount"))))
                .list();
    }

    /** Open lines whose payer is one company, by its account or its name. */
    List<Sent> sent(FundAccountId account) {
        return jdbc.sql(
                        "SELECT l.id, l.day, l.amount, min(p.company_id::text) AS company FROM bank_line l CROSS JOIN LATERAL ("
                                + "SELECT p.company_id FROM payer_account p WHERE p.number = l.counterparty_account AND p.confirmed"
                                + " UNION SELECT s.enterprise_id FROM remittance_slip_named s WHERE s.account_id = l.account_id"
                                + " AND s.company = l.counterparty AND s.state IN ('SUBMITTED', 'PARTLY_ARRIVED')) p"
                                + " WHERE l.account_id = :account AND l.state = 'OPEN' AND l.amount > 0"
                                + " GROUP BY l.id HAVING count(DISTINCT p.company_id) = 1 ORDER BY l.sequence")
                .param("account", account.value())
                .query((row, i) -> new Sent(
                        row.getObject("id", UUID.class),
                        row.getObject("day", LocalDate.class),
                        new Money(row.getLong("amount")),
                        UUID.fromString(row.getString("company"))))
                .list();
    }

    /** What the account waits for and nobody has proposed yet, company by company, the earliest first. */
    Map<UUID, List<SlipCombination.Open>> open(FundAccountId account) {
        return jdbc
                .sql("SELECT s.enterprise_id, s.id, s.amount - s.arrived AS open FROM remittance_slip_named s"
                        + " WHERE s.account_id = :account AND s.state IN ('SUBMITTED', 'PARTLY_ARRIVED') AND "
                        + NOT_PROPOSED
                        + " ORDER BY s.number")
                .param("account", account.value())
                .query((row, i) -> Map.entry(
                        row.getObject("enterprise_id", UUID.class),
                        new SlipCombination.Open(
                                new SlipId(row.getObject("id", UUID.class)), new Money(row.getLong("open")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Whether a slip is of that account. */
    boolean goesTo(SlipId slip, FundAccountId account) {
        return jdbc.sql("SELECT count(*) FROM remittance_slip_named s WHERE s.id = :slip AND s.account_id = :account")
                        .param("slip", slip.value())
                        .param("account", account.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Keeps what was found: decided at once by whoever let the system look, or proposed to people. */
    void keep(List<Match> matches, MatchBasis basis, CurrentUser by) {
        if (matches.isEmpty()) {
            return;
        }
        boolean decided = basis == MatchBasis.NUMBER;
        Map<UUID, UUID> assignments = new LinkedHashMap<>();
        matches.forEach(match -> assignments.computeIfAbsent(match.line(), line -> Ids.next()));
        UUID[] lines = assignments.keySet().toArray(UUID[]::new);
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql(
                        "INSERT INTO bank_assignment (id, line_id, kind, basis, state, note, proposed_at, decided_at, decided_by,"
                                + " decided_by_name) SELECT n.id, n.line_id, 'REMITTANCE', :basis, CASE WHEN :decided THEN 'CONFIRMED'"
                                + " ELSE 'PROPOSED' END, '', :now, CASE WHEN :decided THEN CAST(:now AS timestamptz) END,"
                                + " CASE WHEN :decided THEN CAST(:by AS uuid) END, CASE WHEN :decided THEN :byName END"
                                + " FROM unnest(CAST(:ids AS uuid[]), CAST(:lines AS uuid[])) AS n (id, line_id)")
                .param("basis", basis.name())
                .param("decided", decided)
                .param("now", now)
                .param("by", by.operatorId().value())
                .param("byName", by.personName())
                .param("ids", assignments.values().toArray(UUID[]::new))
                .param("lines", lines)
                .update();
        List<UUID> of = new ArrayList<>();
        matches.forEach(match -> of.add(assignments.get(match.line())));
        jdbc.sql(
                        "INSERT INTO bank_assignment_slip (assignment_id, slip_id, amount)"
                                + " SELECT * FROM unnest(CAST(:of AS uuid[]), CAST(:slips AS uuid[]), CAST(:amounts AS bigint[]))")
                .param("of", of.toArray(UUID[]::new))
                .param(
                        "slips",
                        matches.stream().map(match -> match.slip().value()).toArray(UUID[]::new))
                .param(
                        "amounts",
                        matches.stream().map(match -> match.amount().fen()).toArray(Long[]::new))
                .update();
        jdbc.sql(
                        "UPDATE bank_line SET kind = 'REMITTANCE', state = CASE WHEN :decided THEN 'SETTLED' ELSE 'PROPOSED' END"
                                + " WHERE id = ANY (:lines)")
                .param("decided", decided)
                .param("lines", lines)
                .update();
    }
}
