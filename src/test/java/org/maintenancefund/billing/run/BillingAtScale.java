package org.maintenancefund.billing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.collection.receipt.PaymentWay;
import org.maintenancefund.collection.receipt.ReceiptService;
import org.maintenancefund.collection.receipt.ReceivedFrom;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Race;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * 试算 and 出账 of a month of the whole city by the workers of one batch, the same once more, which makes no bill, what the page of a
 * unit takes then, and what eight people receive at once. Takes minutes and gigabytes, so it is not part of the build:
 *
 * <pre>./mvnw test -Dtest=BillingAtScale</pre>
 *
 * <p>{@code -Dbilling.areas=100} for another size than 3,000 areas of 1,000 units.
 */
@IntegrationTest
class BillingAtScale extends BilledArea {

    private static final int AREAS = Integer.getInteger("billing.areas", 3_000);
    private static final int UNITS = 1_000;
    private static final int PEOPLE = 8;
    private static final int RECEIPTS = 1_000;
    private static final int LOOKS = 400;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAGE = Duration.ofMillis(50);

    private static final List<String> SETTINGS =
            List.of("synchronous_commit", "fsync", "full_page_writes", "shared_buffers", "max_wal_size");

    @Autowired
    Batches batches;

    @Autowired
    BatchItems items;

    @Autowired
    BatchWork work;

    @Autowired
    Trials trials;

    @Autowired
    ReceiptService receipts;

    @Autowired
    Pages pages;

    @Autowired
    DataSource database;

    private List<AreaId> many = List.of();

    @Test
    void aMonthOfTheWholeCityIsBilledWithinAMinuteAndOnce() throws Exception {
        asInProduction();
        opened("万账苑", AUnit.at("1 栋", "101"));
        many = new ArrayList<>(grow());
        Collections.shuffle(many, new Random(1));

        worked("tried", batches.ask(BatchAction.PROPOSE, many, first));
        UUID billing = batches.ask(BatchAction.CONFIRM, many, second);
        Duration run = worked("billed", billing);
        assertThat(bills()).isEqualTo((long) AREAS * UNITS);

        once(billing);
        long begun = System.nanoTime();
        for (AreaId area : many) {
            Trial again = trials.of(area, month, RunKind.MISSED);
            assertThat(again.bills()).isZero();
            assertThat(again.count(Outcome.ALREADY_BILLED)).isEqualTo(UNITS);
        }
        System.out.printf("nothing more in %,d ms%n", since(begun).toMillis());

        Duration page = Collections.max(List.of(
                looked("'/bills/units/' || id", first),
                looked("'/units/' || id", world.municipal()),
                looked("'/collection/receipts/areas/' || area_id || '/counter/' || id", first)));
        received();

        assertThat(page).isLessThanOrEqualTo(LONGEST_PAGE);
        assertThat(run).isLessThan(LONGEST.multipliedBy(AREAS).dividedBy(3_000).plusSeconds(2));
    }

    /** A worker that begins again finds nothing to do, and who asks for the same once more is told so; not one bill more. */
    private void once(UUID billing) {
        assertThat(work.step(items.find(billing).orElseThrow())).isFalse();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> batches.ask(BatchAction.CONFIRM, many, second));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> batches.ask(BatchAction.PROPOSE, many, first));
        assertThat(bills()).isEqualTo((long) AREAS * UNITS);
    }

    /** A commit is on the disk before it is told, which servers of tests leave out. */
    private void asInProduction() throws SQLException {
        String name = jdbc.sql("SELECT current_database()").query(String.class).single();
        jdbc.sql("ALTER DATABASE " + name + " SET synchronous_commit = on").update();
        database.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
        SETTINGS.forEach(setting -> System.out.printf(
                "%s %s%n",
                setting, jdbc.sql("SHOW " + setting).query(String.class).single()));
    }

    /** By as many workers as a batch has. */
    private Duration worked(String what, UUID batch) throws InterruptedException {
        BatchView view = items.find(batch).orElseThrow();
        Map<Long, Duration> server = server();
        Duration application = spent(ProcessHandle.current());
        long begun = System.nanoTime();
        Callable<Integer> worker = () -> {
            int steps = 0;
            while (work.step(view)) {
                steps++;
            }
            return steps;
        };
        List<Race.Outcome<Integer>> outcomes = Race.of(Collections.nCopies(BatchJob.WORKERS, worker));
        Duration took = since(begun);
        System.out.printf(
                "%,d areas %s in %,d ms, %s of them each; processor time %,d ms of the server, %,d ms of the application%n",
                AREAS,
                what,
                took.toMillis(),
                outcomes.stream().map(Race.Outcome::value).toList(),
                serverSince(server).toMillis(),
                spent(ProcessHandle.current()).minus(application).toMillis());
        assertThat(batches.get(batch, first).done()).isEqualTo(AREAS);
        return took;
    }

    /** The processor time of the server's processes for our connections: what counts beside other work. */
    private Map<Long, Duration> server() {
        return jdbc
                .sql("SELECT pid FROM pg_stat_activity WHERE datname = current_database()")
                .query(Long.class)
                .list()
                .stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .collect(Collectors.toMap(ProcessHandle::pid, BillingAtScale::spent));
    }

    /** Connections that were idle and closed meanwhile are left out. */
    private Duration serverSince(Map<Long, Duration> before) {
        return server().entrySet().stream()
                .map(now -> now.getValue().minus(before.getOrDefault(now.getKey(), Duration.ZERO)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration spent(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private long bills() {
        return jdbc.sql("SELECT count(*) FROM bill").query(Long.class).single();
    }

    /** The 95th of a hundred of some units' pages, after a hundred to warm up. */
    private Duration looked(String path, CurrentUser user) {
        List<String> some = jdbc.sql("SELECT " + path + " FROM unit ORDER BY hashtext(number) LIMIT " + LOOKS)
                .query(String.class)
                .list();
        some.subList(0, LOOKS / 4).forEach(one -> pages.open(one, user));
        long[] took = some.stream()
                .mapToLong(one -> {
                    long begun = System.nanoTime();
                    pages.open(one, user);
                    return System.nanoTime() - begun;
                })
                .sorted()
                .toArray();
        System.out.printf(
                "%s: median %.1f ms, p95 %.1f ms%n", path, took[LOOKS / 2] / 1e6, took[LOOKS * 95 / 100] / 1e6);
        return Duration.ofNanos(took[LOOKS * 95 / 100]);
    }

    /** Eight people of the office take money for the flats of one area, and no fen is lost or doubled. */
    private void received() throws InterruptedException {
        AreaId area = many.get(0);
        List<UnitId> flats = jdbc.sql("SELECT id FROM unit WHERE area_id = :area")
                .param("area", area.value())
                .query((row, i) -> new UnitId(row.getObject(1, UUID.class)))
                .list();
        List<Callable<long[]>> people = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            CurrentUser by = world.personOf(managed.office());
            Random random = new Random(person);
            people.add(() -> {
                long[] took = new long[RECEIPTS / PEOPLE];
                for (int i = 0; i < took.length; i++) {
                    NewReceipt told = told(flats.get(random.nextInt(flats.size())), 1 + random.nextInt(4_000));
                    long begun = System.nanoTime();
                    receipts.receive(area, told, doubts -> true, by);
                    took[i] = System.nanoTime() - begun;
                }
                return took;
            });
        }
        long begun = System.nanoTime();
        List<Race.Outcome<long[]>> outcomes = Race.of(people);
        Duration took = since(begun);
        assertThat(outcomes).allMatch(Race.Outcome::won);
        long[] each = outcomes.stream()
                .flatMapToLong(outcome -> Arrays.stream(outcome.value()))
                .sorted()
                .toArray();
        System.out.printf(
                "%,d receipts by %d people in %,d ms: median %.1f ms, p95 %.1f ms%n",
                RECEIPTS, PEOPLE, took.toMillis(), each[RECEIPTS / 2] / 1e6, each[RECEIPTS * 95 / 100] / 1e6);
        long told = 0;
        for (int person = 0; person < PEOPLE; person++) {
            Random random = new Random(person);
            for (int i = 0; i < RECEIPTS / PEOPLE; i++) {
                random.nextInt(flats.size());
                told += 1 + random.nextInt(4_000);
            }
        }
        Map<String, Object> kept = jdbc.sql("SELECT count(DISTINCT number) AS receipts, sum(amount) AS amount,"
                        + " sum(allocated) AS allocated, (SELECT sum(b.allocated) FROM bill b WHERE b.area_id = :area) AS paid,"
                        + " (SELECT sum(a.amount) FROM receipt_allocation a JOIN receipt r ON r.id = a.receipt_id) AS shares"
                        + " FROM receipt WHERE area_id = :area")
                .param("area", area.value())
                .query()
                .singleRow();
        assertThat(kept.get("receipts")).hasToString(Integer.toString(RECEIPTS));
        assertThat(kept.get("amount")).hasToString(Long.toString(told));
        assertThat(kept.get("allocated").toString())
                .isEqualTo(kept.get("paid").toString())
                .isEqualTo(kept.get("shares").toString());
    }

    private NewReceipt told(UnitId flat, long fen) {
        return new NewReceipt(
                flat, new Money(fen), world.today(), PaymentWay.CASH, ReceivedFrom.OWNER, "王建国", List.of(), null, "");
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Areas of the same office with a building of a thousand flats each, sold and delivered long ago. */
    private List<AreaId> grow() throws InterruptedException {
        long begun = System.nanoTime();
        jdbc.sql("ALTER TABLE collection_mandate DROP CONSTRAINT uq_collection_mandate_application")
                .update();
        jdbc.sql("ALTER TABLE unit_version DROP CONSTRAINT fk_unit_version_unit")
                .update();
        jdbc.sql("INSERT INTO area SELECT made.* FROM area a, generate_series(1, :areas) n, jsonb_populate_record(a,"
                        + " jsonb_build_object('id', gen_random_uuid(), 'code', left(a.code, 3) || lpad((n + 50000)::text, 7, '0')))"
                        + " made WHERE a.id = :id")
                .param("areas", AREAS)
                .param("id", managed.id().value())
                .update();
        List<AreaId> grown = jdbc.sql("SELECT a.id FROM area a WHERE a.code LIKE :letters AND length(a.code) = 10")
                .param("letters", area().code().substring(0, 3) + "%")
                .query((row, i) -> new AreaId(row.getObject(1, UUID.class)))
                .list();
        UUID[] ids = grown.stream().map(AreaId::value).toArray(UUID[]::new);
        jdbc.sql(
                        "INSERT INTO collection_mandate (id, area_id, committee_id, enterprise_id, office_id, association_id, valid_from,"
                                + " valid_to, granted_to, approved_by, approved_at, version) SELECT gen_random_uuid(), a.id, m.committee_id,"
                                + " m.enterprise_id, m.office_id, m.association_id, m.valid_from, m.valid_to, m.granted_to, m.approved_by,"
                                + " m.approved_at, 0 FROM collection_mandate m, unnest(:areas) AS a(id) WHERE m.area_id = :id")
                .param("areas", ids)
                .param("id", managed.id().value())
                .update();
        jdbc.sql("INSERT INTO collection_start SELECT m.area_id, s.first_month, m.id, s.opened_by, s.opened_by_name,"
                        + " s.opened_at FROM collection_start s, collection_mandate m"
                        + " WHERE s.area_id = :id AND m.area_id = ANY (:areas)")
                .param("areas", ids)
                .param("id", managed.id().value())
                .update();
        List<Callable<Integer>> halves = List.of(
                () -> filled(grown.subList(0, grown.size() / 2)),
                () -> filled(grown.subList(grown.size() / 2, grown.size())));
        assertThat(Race.of(halves)).allMatch(Race.Outcome::won);
        jdbc.sql(
                        "ALTER TABLE unit_version ADD CONSTRAINT fk_unit_version_unit FOREIGN KEY (unit_id) REFERENCES unit (id)"
                                + " NOT VALID")
                .update();
        jdbc.sql("ANALYZE").update();
        System.out.printf("%,d units in %,d ms%n", AREAS * UNITS, since(begun).toMillis());
        return grown;
    }

    private int filled(List<AreaId> areas) {
        areas.forEach(this::fill);
        return areas.size();
    }

    /** Identifiers as the application makes them: of the time, then random. */
    private void fill(AreaId area) {
        jdbc.sql(
                        "INSERT INTO area_building SELECT :area, b.name_key, b.name, b.position, b.storeys, b.units, b.households,"
                                + " b.floor_area FROM area_building b WHERE b.area_id = :id AND b.position = 0")
                .param("area", area.value())
                .param("id", managed.id().value())
                .update();
        jdbc.sql(
                        "WITH made AS (INSERT INTO unit SELECT (lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint),"
                                + " 12, '0') || '7' || substr(w.word, 1, 3) || '8' || substr(w.word, 4, 15))::uuid,"
                                + " a.code || '-' || lpad(n::text, 5, '0'), a.id, b.name_key, '', '',"
                                + " NULL, n::text, n::text, lpad(n::text, 5, '0'), now(), :by, '测试', 0"
                                + " FROM area a JOIN area_building b ON b.area_id = a.id, generate_series(1, :units) n,"
                                + " LATERAL (SELECT md5(n || random()::text) AS word) w WHERE a.id = :area RETURNING id)"
                                + " INSERT INTO unit_version SELECT id, DATE '2020-01-01', 5000 + (random() * 10000)::int, 'REGISTER',"
                                + " 'RESIDENTIAL', true, true, true, DATE '2019-06-01', NULL, '测试', '', now(), :by, '测试' FROM made")
                .param("by", first.operatorId().value())
                .param("units", UNITS)
                .param("area", area.value())
                .update();
    }
}
