package org.maintenancefund.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.maintenancefund.disclosure.balance.LowBalances;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.invariant.Invariant;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All invariants over a city of 3,000 areas of 1,000 units, each of which was billed, paid and booked once; and the closing of that
 * month. Takes minutes and gigabytes, so it is not part of the build:
 *
 * <pre>./mvnw test -Dtest=InvariantsAtScale</pre>
 *
 * <p>{@code -Dclosing.areas=100} for another size. The rows are written past the services, by a few statements, as the services would.
 */
@IntegrationTest
class InvariantsAtScale {

    private static final int AREAS = Integer.getInteger("closing.areas", 3_000);
    private static final int UNITS = 1_000;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    InvariantService invariants;

    @Autowired
    ClosingService service;

    @Autowired
    Closings closings;

    @Autowired
    ClosingWork work;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private record Took(String name, long ms) {}

    @Test
    void allInvariantsOfTheCityAreAskedWithinAMinuteAndItsMonthIsClosed() {
        AClosing city = Objects.requireNonNull(transaction.execute(status -> AClosing.of("规模苑", world, context)));
        long begun = System.nanoTime();
        grow(city);
        System.out.printf("%,d units in %,d ms%n", AREAS * UNITS, since(begun));

        figures();
        List<Took> took = new ArrayList<>();
        for (Invariant one : invariants.all()) {
            long asked = System.nanoTime();
            assertThat(invariants.violation(one.name())).as(one.name()).isEmpty();
            took.add(new Took(one.name(), since(asked)));
        }
        took.sort(Comparator.comparing(Took::ms).reversed());
        took.forEach(one -> System.out.printf("%,7d ms %s%n", one.ms(), one.name()));
        long all = took.stream().mapToLong(Took::ms).sum();
        System.out.printf("%,d invariants in %,d ms%n", took.size(), all);

        ClosingId closing = service.begin(city.month(), city.beginner());
        boolean more = true;
        while (more) {
            more = work.step(closing);
        }
        closings.steps(closing).stream()
                .filter(step -> step.kind() != StepKind.INVARIANT)
                .forEach(step -> System.out.printf("%,7d ms %s, %,d rows%n", step.tookMs(), step.kind(), step.found()));
        assertThat(service.attempts(city.month()).get(0).state()).isEqualTo(ClosingState.READY);

        assertThat(Duration.ofMillis(all))
                .isLessThan(LONGEST.multipliedBy(AREAS).dividedBy(3_000).plusSeconds(2));
    }

    /** 收取统计 of the city, each part three times. */
    private void figures() {
        long counted = System.nanoTime();
        context.getBean(LowBalances.class).count();
        System.out.printf("%,7d ms low balances counted%n", since(counted));
        for (String part : List.of("stages", "held", "matching", "balances")) {
            for (int time = 0; time < 3; time++) {
                long asked = System.nanoTime();
                context.getBean(Pages.class).open("/collection/statistics?tab=" + part, world.municipal());
                System.out.printf("%,7d ms statistics, %s%n", since(asked), part);
            }
        }
    }

    private static long since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private int run(String sql, AClosing city) {
        return jdbc.sql(sql.replace(":areas", Integer.toString(AREAS))
                        .replace(":units", Integer.toString(UNITS))
                        .replace(":area", "'" + city.area().id() + "'::uuid")
                        .replace(":account", "'" + account.value() + "'::uuid")
                        .replace(":month", "DATE '" + city.month().atDay(1) + "'")
                        .replace(":day", "DATE '" + city.day() + "'")
                        .replace(":period", city.month().toString().replace("-", "")))
                .update();
    }

    private FundAccountId account = new FundAccountId(new java.util.UUID(0, 0));

    /** Each area like the one that there is: a run, a bill, a receipt that pays it, and an entry that books all receipts of an area. */
    private void grow(AClosing city) {
        account = context.getBean(AFundAccount.class).confirmed("62270000995502", "0");
        context.getBean(AFundAccount.class).keeps(account, city.area().id());
        List<String> tables = List.of(
                "unit",
                "unit_version",
                "unit_payer",
                "bill",
                "billing_run",
                "receipt",
                "receipt_allocation",
                "ledger_entry",
                "ledger_posting");
        tables.forEach(table -> run("ALTER TABLE " + table + " DISABLE TRIGGER USER", city));
        run(
                "CREATE TABLE grown AS SELECT gen_random_uuid() AS area_id, gen_random_uuid() AS run_id, gen_random_uuid() AS entry_id,"
                        + " n FROM generate_series(1, :areas) n",
                city);
        run(
                "INSERT INTO area SELECT made.* FROM area a, grown g, jsonb_populate_record(a, jsonb_build_object('id', g.area_id,"
                        + " 'code', left(a.code, 3) || lpad((g.n + 50000)::text, 7, '0'))) made WHERE a.id = :area",
                city);
        run(
                "INSERT INTO area_building SELECT made.* FROM area_building b, grown g, jsonb_populate_record(b,"
                        + " jsonb_build_object('area_id', g.area_id)) made WHERE b.area_id = :area AND b.position = 0",
                city);
        run(
                "CREATE TABLE grown_unit AS SELECT gen_random_uuid() AS unit_id, gen_random_uuid() AS receipt_id, g.area_id, g.run_id,"
                        + " g.entry_id, g.n, u.u FROM grown g, generate_series(1, :units) u(u)",
                city);
        run(
                "INSERT INTO unit SELECT made.* FROM (SELECT * FROM unit WHERE area_id = :area LIMIT 1) t, grown_unit g,"
                        + " jsonb_populate_record(NULL::unit, to_jsonb(t) || jsonb_build_object('id', g.unit_id, 'area_id', g.area_id, 'number',"
                        + " left(t.number, 3) || lpad((g.n + 50000)::text, 7, '0') || '-' || lpad(g.u::text, 5, '0'), 'door', g.u::text,"
                        + " 'door_key', g.u::text, 'sort_key', lpad(g.u::text, 5, '0'))) made",
                city);
        run(
                "INSERT INTO unit_version SELECT made.* FROM (SELECT v.* FROM unit_version v JOIN unit u ON u.id = v.unit_id"
                        + " WHERE u.area_id = :area LIMIT 1) t, grown_unit g, jsonb_populate_record(NULL::unit_version, to_jsonb(t) ||"
                        + " jsonb_build_object('unit_id', g.unit_id)) made",
                city);
        run(
                "INSERT INTO billing_run SELECT made.* FROM billing_run r, grown g, jsonb_populate_record(r, jsonb_build_object('id',"
                        + " g.run_id, 'area_id', g.area_id, 'bills', :units, 'total', (SELECT max(b.amount) FROM bill b"
                        + " WHERE b.run_id = r.id) * :units)) made WHERE r.area_id = :area",
                city);
        run(
                "INSERT INTO bill SELECT made.* FROM (SELECT * FROM bill WHERE area_id = :area AND allocated = amount LIMIT 1) t,"
                        + " grown_unit g, jsonb_populate_record(NULL::bill, to_jsonb(t) || jsonb_build_object('unit_id', g.unit_id, 'area_id', g.area_id, 'run_id',"
                        + " g.run_id)) made",
                city);
        run(
                "INSERT INTO receipt SELECT made.* FROM (SELECT * FROM receipt WHERE area_id = :area LIMIT 1) t, grown_unit g,"
                        + " jsonb_populate_record(NULL::receipt, to_jsonb(t) || jsonb_build_object('id', g.receipt_id, 'unit_id', g.unit_id, 'area_id', g.area_id,"
                        + " 'number', 'SK' || to_char(:day + (g.n / 400), 'YYYYMMDD') || '-' || lpad(((g.n % 400) * :units + g.u)::text, 6, '0')))"
                        + " made",
                city);
        run(
                "INSERT INTO receipt_month SELECT month_of(r.received_on), r.area_id, r.enterprise_id, count(*), sum(r.amount) FROM receipt r"
                        + " JOIN grown g ON g.area_id = r.area_id GROUP BY 1, 2, 3",
                city);
        run(
                "INSERT INTO receipt_allocation SELECT made.* FROM (SELECT a.* FROM receipt_allocation a JOIN receipt r"
                        + " ON r.id = a.receipt_id WHERE r.area_id = :area LIMIT 1) t, grown_unit g, jsonb_populate_record(NULL::receipt_allocation, to_jsonb(t) ||"
                        + " jsonb_build_object('receipt_id', g.receipt_id, 'unit_id', g.unit_id, 'run_id', g.run_id)) made",
                city);
        run(
                "INSERT INTO ledger_entry (id, number, account_id, kind, day, period, reference, note, postings, maker, maker_name, posted_at)"
                        + " SELECT g.run_id, 'FL:period-' || lpad((g.n * 2 + 1)::text, 6, '0'), :account, 'BANK_LINE', :day, :month, 'L' || g.n, '',"
                        + " 2, gen_random_uuid(), '某人', now() FROM grown g",
                city);
        run(
                "INSERT INTO ledger_posting SELECT g.run_id, p.place, p.part, NULL, p.side * 2240 * :units FROM grown g,"
                        + " (VALUES (1, 'BANK', 1), (2, 'UNALLOCATED', -1)) AS p (place, part, side)",
                city);
        run(
                "INSERT INTO ledger_entry (id, number, account_id, kind, day, period, reference, note, postings, maker, maker_name, checker,"
                        + " checker_name, posted_at) SELECT g.entry_id, 'FL:period-' || lpad((g.n * 2 + 2)::text, 6, '0'), :account, 'SLIP_BOOKED',"
                        + " :day, :month, 'S' || g.n, '', :units + 1, gen_random_uuid(), '某人', gen_random_uuid(), '他人', now() FROM grown g",
                city);
        run("INSERT INTO ledger_posting SELECT g.entry_id, 0, 'UNALLOCATED', NULL, 2240 * :units FROM grown g", city);
        run("INSERT INTO ledger_posting SELECT g.entry_id, g.u, 'HOUSEHOLD', g.unit_id, -2240 FROM grown_unit g", city);
        run("INSERT INTO household_balance SELECT g.unit_id, :account, 2240 FROM grown_unit g", city);
        run(
                "INSERT INTO fund_account_area (id, area_id, account_id, valid_from, assigned_by, assigned_by_name, assigned_at)"
                        + " SELECT gen_random_uuid(), g.area_id, :account, :month, gen_random_uuid(), '某人', now() FROM grown g",
                city);
        run("UPDATE ledger_counter SET last = last + 2 * :areas WHERE period = :month", city);
        tables.forEach(table -> run("ALTER TABLE " + table + " ENABLE TRIGGER USER", city));
        run("ANALYZE", city);
        assertThat(YearMonth.from(city.day())).isEqualTo(city.month());
    }
}
