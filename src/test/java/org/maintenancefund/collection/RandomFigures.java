package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.maintenancefund.collection.RandomRemittance.Declared;
import org.maintenancefund.collection.remittance.DeclarationState;
import org.maintenancefund.ledger.LedgerAccount;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the records say what the model says. */
final class RandomFigures {

    private final RandomCity city;
    private final JdbcClient jdbc;

    RandomFigures(RandomCity city) {
        this.city = city;
        jdbc = city.get(JdbcClient.class);
    }

    /** What was billed to each unit and paid for it. */
    void units(String step) {
        Map<String, String> found = new TreeMap<>();
        jdbc.sql(
                        "SELECT t.id, (SELECT coalesce(sum(b.amount + b.adjusted), 0) FROM bill b WHERE b.unit_id = t.id) AS billed,"
                                + " (SELECT coalesce(sum(b.allocated), 0) FROM bill b WHERE b.unit_id = t.id) AS allocated,"
                                + " (SELECT coalesce(sum(r.amount), 0) FROM receipt r WHERE r.unit_id = t.id) AS paid,"
                                + " (SELECT coalesce(sum(r.amount - r.allocated), 0) FROM receipt r WHERE r.unit_id = t.id"
                                + " AND NOT r.reversed AND r.reverses IS NULL) AS prepaid"
                                + " FROM unnest(:units) AS t(id)")
                .param(
                        "units",
                        city.flats().stream().map(flat -> flat.id.value()).toArray(UUID[]::new))
                .query((row, i) -> found.put(
                        row.getString(1), paid(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5))))
                .list();
        Map<String, String> told = new TreeMap<>();
        city.flats().forEach(flat -> {
            long billed = flat.billed();
            long paid = flat.paid();
            told.put(flat.id.toString(), paid(billed, Math.min(billed, paid), paid, Math.max(0, paid - billed)));
        });
        assertThat(found).as(step).containsExactlyInAnyOrderEntriesOf(told);
    }

    private static String paid(long billed, long allocated, long paid, long prepaid) {
        return "billed %d, allocated %d, paid %d, left %d".formatted(billed, allocated, paid, prepaid);
    }

    /** How far money of each community is, how slips and lines stand, and what the books say. */
    void remittance(RandomRemittance model, String step) {
        Map<String, String> told = new TreeMap<>();
        Map<String, Long> ways = new HashMap<>();
        city.flats()
                .forEach(flat -> flat.receipts.forEach((number, fen) -> ways.merge(
                        city.of(flat).id + " "
                                + model.declared(number).map(RandomFigures::way).orElse("held"),
                        fen,
                        Long::sum)));
        city.flats()
                .forEach(flat -> flat.straight
                        .values()
                        .forEach(fen -> ways.merge(city.of(flat).id + " straight", fen, Long::sum)));
        ways.forEach((way, fen) -> told.put(way, fen.toString()));
        model.slips.forEach(slip -> told.put(slip.number.value(), slip.state + " " + slip.arrived + " of " + slip.fen));
        model.lines.forEach(line -> told.put(line.id.toString(), line.kind + " " + line.state));
        city.flats().forEach(flat -> told.put(flat.id.toString(), Long.toString(model.books.balance(flat))));
        for (LedgerAccount part : LedgerAccount.values()) {
            told.put(part.name(), Long.toString(model.books.balance(part)));
        }
        told.values().removeIf("0"::equals);
        assertThat(found(model)).as(step).containsExactlyInAnyOrderEntriesOf(told);
    }

    private static String way(Declared declared) {
        return declared.state == DeclarationState.BOOKED ? "booked" : declared.slip == null ? "declared" : "on a slip";
    }

    private Map<String, String> found(RandomRemittance model) {
        Map<String, String> found = new TreeMap<>();
        jdbc.sql(
                        "SELECT r.area_id || ' ' || CASE WHEN r.enterprise_id IS NULL THEN 'straight' WHEN d.id IS NULL THEN 'held' WHEN d.state = 'BOOKED' THEN 'booked'"
                                + " WHEN d.slip_id IS NULL THEN 'declared' ELSE 'on a slip' END, sum(r.amount)::text FROM receipt r"
                                + " LEFT JOIN declared_receipt x ON x.receipt_id = r.id AND x.live"
                                + " LEFT JOIN declaration d ON d.id = x.declaration_id"
                                + " WHERE NOT r.reversed AND r.reverses IS NULL GROUP BY 1"
                                + " UNION ALL SELECT number, state || ' ' || arrived || ' of ' || amount FROM remittance_slip"
                                + " UNION ALL SELECT id::text, kind || ' ' || state FROM bank_line WHERE account_id = :account"
                                + " UNION ALL SELECT unit_id::text, balance::text FROM household_balance WHERE account_id = :account"
                                + " UNION ALL SELECT part, sum(amount)::text FROM account_posting"
                                + " WHERE account_id = :account AND part <> 'HOUSEHOLD' GROUP BY part")
                .param("account", model.account.value())
                .query((row, i) -> found.put(row.getString(1), row.getString(2)))
                .list();
        found.values().removeIf("0"::equals);
        return found;
    }
}
