package org.maintenancefund.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.TestPostgres;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Some thousand areas like one that people made by their steps: of a thousand flats each, with what they had before, a month that was
 * billed, paid by most, declared, transferred, matched and booked, and the snapshots of two months before. Written past the services
 * and their triggers, some areas at a time, so that no statement takes longer than one may; receipts day by day, as they come.
 */
final class GrownBooks {

    private static final int AREAS_AT_ONCE = 50;
    private static final int DAYS = 25;
    private static final int UNITS = 1_000;
    private static final int PAYING = 850;

    private final ApplicationContext context;
    private final JdbcClient jdbc;
    private final AClosing city;
    private final int areas;
    private FundAccountId account = new FundAccountId(new UUID(0, 0));

    private GrownBooks(AClosing city, int areas, ApplicationContext context) {
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
        this.city = city;
        this.areas = areas;
    }

    /**
     * Beside the city of one area.
     *
     * @param city has an approved sheet of opening balances and a slip that was booked
     */
    static void grow(AClosing city, int areas, ApplicationContext context) throws InterruptedException {
        new GrownBooks(city, areas, context).grow();
    }

    private void grow() throws InterruptedException {
        TestPostgres.server().letTriggersBeLeftOut();
        named();
        AFundAccount accounts = context.getBean(AFundAccount.class);
        account = accounts.confirmed(
                "62270000995502", value("SELECT (sum(held) * :areas)::bigint / 100 FROM grown_unit WHERE n = 1"));
        inTransaction(this::bank);
        byTwo(IntStream.iterate(0, from -> from < areas, from -> from + AREAS_AT_ONCE)
                .mapToObj(from -> (Runnable) () -> areas("n > " + from + " AND n <= " + (from + AREAS_AT_ONCE)))
                .toList());
        byTwo(IntStream.range(0, DAYS)
                .mapToObj(day -> (Runnable) () -> paid("u % " + DAYS + " = " + day + " AND u <= " + PAYING, day))
                .toList());
        inTransaction(this::closedBefore);
        run("ANALYZE");
    }

    /** Which identifiers there will be, and what is of each unit. Identifiers are of their time, as those of the application. */
    private void named() {
        run("CREATE FUNCTION grown_id(kind integer, n integer, u integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$"
                + " SELECT (lpad(to_hex(1764500000000 + n * 1000 + u), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8'"
                + " || lpad(to_hex(n), 8, '0') || lpad(to_hex(u), 7, '0'))::uuid $$");
        run(
                "CREATE VIEW grown AS SELECT n, grown_id(1, n, 0) AS area_id, grown_id(2, n, 0) AS run_id, grown_id(3, n, 0) AS sheet_id,"
                        + " grown_id(4, n, 0) AS opening_id, grown_id(5, n, 0) AS line_entry_id, grown_id(6, n, 0) AS entry_id,"
                        + " grown_id(7, n, 0) AS slip_id, grown_id(8, n, 0) AS declaration_id, grown_id(9, n, 0) AS line_id,"
                        + " grown_id(10, n, 0) AS assignment_id FROM generate_series(1, :areas) n");
        run(
                "CREATE VIEW grown_unit AS SELECT g.*, u.u, grown_id(11, g.n, u.u) AS unit_id, grown_id(12, g.n, u.u) AS receipt_id,"
                        + " u.floor_area, monthly_charge(u.floor_area, 2500) AS amount, u.held,"
                        + " monthly_charge(u.floor_area, 2500) + CASE WHEN u.u % 50 = 0 THEN 1000 ELSE 0 END AS paid FROM grown g,"
                        + " LATERAL (SELECT u, 6000 + (u * 37 % 9000)::bigint AS floor_area, 100000 + u * 100::bigint AS held"
                        + " FROM generate_series(1, :units) u) u");
    }

    /** The rows of some areas but for what was paid, one kind after the other. */
    private void areas(String some) {
        String grown = "(SELECT * FROM grown WHERE " + some + ") g";
        String units = "(SELECT * FROM grown_unit WHERE " + some + ") g";
        copy("area", "t.id = :area", grown, Map.of("id", "g.area_id", "code", "left(t.code, 3) || (g.n + 5000000)"));
        copy("area_building", "t.area_id = :area AND t.position = 0", grown, Map.of("area_id", "g.area_id"));
        copy(
                "unit",
                "t.area_id = :area",
                units,
                Map.of(
                        "id", "g.unit_id",
                        "area_id", "g.area_id",
                        "number", "left(t.number, 3) || (g.n + 5000000) || '-' || lpad(g.u::text, 5, '0')",
                        "door", "g.u::text",
                        "door_key", "g.u::text",
                        "sort_key", "lpad(g.u::text, 5, '0')"));
        copy("unit_version", "true", units, Map.of("unit_id", "g.unit_id", "floor_area", "g.floor_area"));
        copy("unit_payer", "true", units, Map.of("unit_id", "g.unit_id", "name", "'业主' || g.u"));
        copy(
                "fund_account_area",
                "t.area_id = :area",
                grown,
                Map.of("id", "gen_random_uuid()", "area_id", "g.area_id", "account_id", ":account"));
        opened(grown, units);
        copy(
                "billing_run",
                "t.area_id = :area",
                grown,
                Map.of(
                        "id", "g.run_id",
                        "area_id", "g.area_id",
                        "bills", ":units",
                        "total", "(SELECT sum(o.amount) FROM grown_unit o WHERE o.n = 1)"));
        copy(
                "bill",
                "t.area_id = :area",
                units,
                Map.of(
                        "unit_id", "g.unit_id",
                        "area_id", "g.area_id",
                        "run_id", "g.run_id",
                        "floor_area", "g.floor_area",
                        "amount", "g.amount",
                        "allocated", "CASE WHEN g.u <= :paying THEN g.amount ELSE 0 END"));
        handedOver(grown, units);
        run(
                "INSERT INTO household_balance SELECT g.unit_id, :account, g.held + CASE WHEN g.u <= :paying THEN g.paid ELSE 0 END FROM "
                        + units);
        for (int before : new int[] {2, 1}) {
            run("INSERT INTO closing_unit SELECT " + month(before) + ", g.area_id, g.unit_id, g.held, "
                    + (before == 2 ? "g.held" : "0") + ", 0, 0, 0 FROM " + units);
            run("INSERT INTO closing_area SELECT s.* FROM closing_area_sum s JOIN " + grown
                    + " ON g.area_id = s.area_id WHERE s.month = " + month(before));
        }
    }

    /** What the units had before, booked two months ago. */
    private void opened(String grown, String units) {
        copy(
                "opening_sheet",
                "t.area_id = :area",
                grown,
                Map.of(
                        "id", "g.sheet_id",
                        "area_id", "g.area_id",
                        "units", ":units",
                        "total", "(SELECT sum(o.held) FROM grown_unit o WHERE o.n = 1)",
                        "taken_over", "(SELECT sum(o.held) FROM grown_unit o WHERE o.n = 1)"));
        copy(
                "opening_line",
                "true",
                units,
                Map.of("unit_id", "g.unit_id", "sheet_id", "g.sheet_id", "balance", "g.held"));
        String number = "'FL' || to_char(" + month(2) + ", 'YYYYMM') || '-' || lpad(g.n::text, 6, '0')";
        entry("g.opening_id", number, "AREA_OPENING", "(" + month(2) + " + 20)", month(2), ":units + 1", grown);
        run(
                "INSERT INTO ledger_posting SELECT g.opening_id, 1, 'OPENING', NULL, (SELECT sum(o.held) FROM grown_unit o WHERE o.n = 1) FROM "
                        + grown);
        run("INSERT INTO ledger_posting SELECT g.opening_id, g.u + 1, 'HOUSEHOLD', g.unit_id, -g.held FROM " + units);
        run("INSERT INTO ledger_entry_area SELECT g.opening_id, g.area_id FROM " + grown);
        run("INSERT INTO area_opening SELECT g.sheet_id, g.area_id, :account, " + number + ", now() FROM " + grown);
    }

    /** A transfer for each area, matched and booked. */
    private void handedOver(String grown, String units) {
        String sum = "(SELECT sum(o.paid) FROM grown_unit o WHERE o.n = 1 AND o.u <= :paying)";
        String entry = "'FL:period-' || lpad((g.n * 2 + 100)::text, 6, '0')";
        copy(
                "remittance_slip",
                "true",
                grown,
                Map.of(
                        "id", "g.slip_id",
                        "number", "'JC:period01-' || lpad(g.n::text, 6, '0')",
                        "account_id", ":account",
                        "amount", sum,
                        "receipts", ":paying",
                        "arrived", sum,
                        "entry", entry));
        copy(
                "remittance_arrival",
                "true",
                grown,
                Map.of("id", "gen_random_uuid()", "slip_id", "g.slip_id", "amount", sum));
        copy(
                "declaration",
                "t.area_id = :area",
                grown,
                Map.of(
                        "id", "g.declaration_id",
                        "number", "'JS:period01-' || lpad(g.n::text, 6, '0')",
                        "area_id", "g.area_id",
                        "slip_id", "g.slip_id",
                        "amount", sum,
                        "receipts", ":paying",
                        "first_day", ":month",
                        "amount_days",
                                "(SELECT sum(o.paid * (o.u % " + DAYS
                                        + ")) FROM grown_unit o WHERE o.n = 1 AND o.u <= :paying)"));
        String day = "(:month + g.n % 28)";
        entry(
                "g.line_entry_id",
                "'FL:period-' || lpad((g.n * 2 + 99)::text, 6, '0')",
                "BANK_LINE",
                day,
                ":month",
                "2",
                grown);
        run("INSERT INTO ledger_posting SELECT g.line_entry_id, p.place, p.part, NULL, p.side * " + sum + " FROM "
                + grown + ", (VALUES (1, 'BANK', 1), (2, 'UNALLOCATED', -1)) AS p (place, part, side)");
        entry("g.entry_id", entry, "SLIP_BOOKED", day, ":month", ":paying + 1", grown);
        run("INSERT INTO ledger_posting SELECT g.entry_id, 1, 'UNALLOCATED', NULL, " + sum + " FROM " + grown);
        run("INSERT INTO ledger_posting SELECT g.entry_id, g.u + 1, 'HOUSEHOLD', g.unit_id, -g.paid FROM " + units
                + " WHERE g.u <= :paying");
        run("INSERT INTO ledger_entry_area SELECT g.entry_id, g.area_id FROM " + grown);
    }

    private void entry(
            String id, String number, String kind, String day, String period, String postings, String grown) {
        run(
                "INSERT INTO ledger_entry (id, number, account_id, kind, day, period, reference, note, postings, maker, maker_name, checker,"
                        + " checker_name, posted_at) SELECT " + id + ", " + number + ", :account, '" + kind + "', "
                        + day + ", " + period
                        + ", 'G' || g.n, '', " + postings + ", gen_random_uuid(), '某人', gen_random_uuid(), '他人', " + day
                        + " FROM " + grown);
    }

    /** What was received on a day, of all areas. */
    private void paid(String some, int day) {
        String units = "(SELECT * FROM grown_unit WHERE " + some + ") g";
        copy(
                "receipt",
                "t.area_id = :area",
                units,
                Map.of(
                        "id", "g.receipt_id",
                        "unit_id", "g.unit_id",
                        "area_id", "g.area_id",
                        "amount", "g.paid",
                        "allocated", "g.amount",
                        "received_on", ":month + " + day,
                        "period", ":month",
                        "number",
                                "'SK:period" + "%02d".formatted(day + 1) + "-' || lpad((g.n * (:units / " + DAYS
                                        + ") + g.u / " + DAYS + ")::text, 6, '0')"));
        copy(
                "receipt_allocation",
                "true",
                units,
                Map.of("receipt_id", "g.receipt_id", "unit_id", "g.unit_id", "amount", "g.amount"));
        copy(
                "declared_receipt",
                "true",
                units,
                Map.of("receipt_id", "g.receipt_id", "declaration_id", "g.declaration_id", "amount", "g.paid"));
    }

    /** The statement that brought a transfer for each area, line after line. */
    private void bank() {
        String sum = "(SELECT sum(o.paid) FROM grown_unit o WHERE o.n = 1 AND o.u <= :paying)";
        String held = "(SELECT f.opening_balance FROM fund_account f WHERE f.id = :account)";
        run(
                "INSERT INTO bank_import (id, account_id, template_id, filename, sha256, state, line_count, known_count, after_sequence,"
                        + " income, expense, first_day, last_day, opening, closing, unused_rows, uploaded_at, uploaded_by, uploaded_by_name,"
                        + " decided_at, decided_by, decided_by_name) SELECT grown_id(13, 0, 0), :account, s.id, '流水.csv', repeat('a', 64),"
                        + " 'CONFIRMED', :areas, 0, 0, :areas * " + sum + ", 0, :month, :month + 27, " + held + ", "
                        + held + " + :areas * " + sum
                        + ", '', now(), gen_random_uuid(), '某人', now(), gen_random_uuid(), '他人' FROM statement_template s LIMIT 1");
        run(
                "INSERT INTO bank_line SELECT g.line_id, :account, row_number() OVER day, grown_id(13, 0, 0), g.n, :month + g.n % 28, NULL,"
                        + " 'S' || g.n, " + sum + ", " + held + " + (row_number() OVER day - 1) * " + sum + ", " + held
                        + " + row_number() OVER day * " + sum
                        + ", '某物业', '6222', '', 1, '{}', 'REMITTANCE', 'SETTLED' FROM grown g"
                        + " WINDOW day AS (ORDER BY g.n % 28, g.n)");
        run(
                "INSERT INTO bank_assignment (id, line_id, kind, basis, state, note, proposed_at, decided_at, decided_by, decided_by_name)"
                        + " SELECT g.assignment_id, g.line_id, 'REMITTANCE', 'NUMBER', 'CONFIRMED', '', now(), now(), gen_random_uuid(), '他人'"
                        + " FROM grown g");
        run("INSERT INTO bank_assignment_slip SELECT g.assignment_id, g.slip_id, " + sum + " FROM grown g");
    }

    /** The two months before are closed, and the books' numbers go on behind those that were given. */
    private void closedBefore() {
        run("INSERT INTO ledger_counter VALUES (" + month(2) + ", :areas)");
        run("UPDATE ledger_counter SET last = last + 2 * :areas WHERE period = :month");
        run(
                "INSERT INTO receipt_month SELECT month_of(r.received_on), r.area_id, r.enterprise_id, count(*), sum(r.amount) FROM receipt r"
                        + " JOIN grown g ON g.area_id = r.area_id GROUP BY 1, 2, 3");
        for (int before : new int[] {2, 1}) {
            run(
                    "INSERT INTO period_closing (id, month, state, begun_at, begun_by, begun_by_name, sha256, ended_at, ended_by,"
                            + " ended_by_name) SELECT grown_id(14, " + before
                            + ", 0), h.month, 'CONFIRMED', now(), gen_random_uuid(), '某人',"
                            + " h.sha256, now(), gen_random_uuid(), '他人' FROM closing_hash h WHERE h.month = "
                            + month(before));
            run("INSERT INTO closing_account SELECT grown_id(14, " + before
                    + ", 0), :account, 0, 0, h.held, -h.held, 0, 0, 0, :month - 1"
                    + " FROM (SELECT sum(held) * :areas AS held FROM grown_unit WHERE n = 1) h");
            run("INSERT INTO reconciliation SELECT grown_id(14, " + before
                    + ", 0), :account, 0, 0, 0, '', now(), gen_random_uuid(),"
                    + " '某人', now(), gen_random_uuid(), '他人', 0");
        }
    }

    private static String month(int before) {
        return "(:month - INTERVAL '" + before + " months')::date";
    }

    /** A row of the one there is, but for some columns. */
    private void copy(String table, String of, String grown, Map<String, String> other) {
        List<String> columns = jdbc.sql(
                        "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = CAST(:table AS regclass)"
                                + " AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum")
                .param("table", table)
                .query(String.class)
                .list();
        run("INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT "
                + columns.stream()
                        .map(column -> other.getOrDefault(column, "t." + column))
                        .collect(Collectors.joining(", "))
                + " FROM (SELECT * FROM " + table + " t WHERE " + of + " LIMIT 1) t, " + grown);
    }

    private void run(String sql) {
        jdbc.sql(filled(sql)).update();
    }

    private String value(String sql) {
        return jdbc.sql(filled(sql)).query(String.class).single();
    }

    private String filled(String sql) {
        YearMonth month = city.month();
        LocalDate first = month.atDay(1);
        return sql.replace(":areas", Integer.toString(areas))
                .replace(":area", "'" + city.area().id() + "'::uuid")
                .replace(":units", Integer.toString(UNITS))
                .replace(":paying", Integer.toString(PAYING))
                .replace(":account", "'" + account.value() + "'::uuid")
                .replace(":month", "DATE '" + first + "'")
                .replace(":period", month.toString().replace("-", ""));
    }

    private void inTransaction(Runnable step) {
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            run("SET LOCAL session_replication_role = replica");
            step.run();
        });
    }

    private void byTwo(List<Runnable> steps) throws InterruptedException {
        Queue<Runnable> left = new ConcurrentLinkedQueue<>(steps);
        Callable<Integer> worker = () -> {
            int done = 0;
            for (Runnable step = left.poll(); step != null; step = left.poll()) {
                inTransaction(step);
                done++;
            }
            return done;
        };
        assertThat(Race.of(List.of(worker, worker))).allMatch(Race.Outcome::won);
    }
}
