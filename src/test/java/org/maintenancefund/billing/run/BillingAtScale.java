package org.maintenancefund.billing.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.unit.AUnit;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * 出账 of a month of the whole city, area by area as the job does it, and the same once more, which makes no bill. Takes minutes and
 * gigabytes, so it is not part of the build:
 *
 * <pre>./mvnw test -Dtest=BillingAtScale</pre>
 *
 * <p>{@code -Dbilling.areas=100} for another size than 3,000 areas of 1,000 units.
 */
@IntegrationTest
class BillingAtScale extends BilledArea {

    private static final int AREAS = Integer.getInteger("billing.areas", 3_000);
    private static final int UNITS = 1_000;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Autowired
    Trials trials;

    @Test
    void aMonthOfTheWholeCityIsBilledWithinAMinuteAndOnce() {
        opened("万账苑", AUnit.at("1 栋", "101"));
        List<AreaId> many = grow();

        long bills = 0;
        Instant begun = Instant.now();
        for (AreaId area : many) {
            bills += bill(area).bills();
        }
        Duration first = Duration.between(begun, Instant.now());
        System.out.printf("%,d bills of %,d areas in %d ms%n", bills, many.size(), first.toMillis());
        assertThat(bills).isEqualTo((long) AREAS * UNITS);

        begun = Instant.now();
        for (AreaId area : many) {
            Trial again = trials.of(area, month, RunKind.MISSED);
            assertThat(again.bills()).isZero();
            assertThat(again.count(Outcome.ALREADY_BILLED)).isEqualTo(UNITS);
        }
        System.out.printf(
                "nothing more in %d ms%n",
                Duration.between(begun, Instant.now()).toMillis());
        assertThat(first)
                .isLessThan(LONGEST.multipliedBy(AREAS).dividedBy(3_000).plusSeconds(5));
    }

    /** As {@link RunService#confirm} does behind its questions: a run, its bills, one transaction. */
    private Trial bill(AreaId area) {
        return transaction.execute(status -> {
            RunId run = RunId.next();
            jdbc.sql(
                            "INSERT INTO billing_run (id, area_id, period, kind, state, bills, total, fingerprint, remark, proposed_at,"
                                    + " proposed_by, proposed_by_name, version) VALUES (:id, :area, :period, 'REGULAR', 'PROPOSED', 0, 0,"
                                    + " repeat('0', 64), '', now(), :by, '测试', 0)")
                    .param("id", run.value())
                    .param("area", area.value())
                    .param("period", month.atDay(1))
                    .param("by", first.operatorId().value())
                    .update();
            Trial made = trials.bill(run, area, month, RunKind.REGULAR);
            jdbc.sql(
                            "UPDATE billing_run SET state = 'BILLED', bills = :bills, total = :total, fingerprint = :fingerprint,"
                                    + " confirmed_at = now(), confirmed_by = :by, confirmed_by_name = '测试' WHERE id = :id")
                    .param("bills", made.bills())
                    .param("total", made.total().fen())
                    .param("fingerprint", made.fingerprint())
                    .param("by", second.operatorId().value())
                    .param("id", run.value())
                    .update();
            return made;
        });
    }

    /** Areas with a building of a thousand flats each, sold and delivered long ago. */
    private List<AreaId> grow() {
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
        grown.forEach(this::fill);
        jdbc.sql("ANALYZE").update();
        return grown;
    }

    private void fill(AreaId area) {
        jdbc.sql(
                        "INSERT INTO area_building SELECT :area, b.name_key, b.name, b.position, b.storeys, b.units, b.households,"
                                + " b.floor_area FROM area_building b WHERE b.area_id = :id AND b.position = 0")
                .param("area", area.value())
                .param("id", managed.id().value())
                .update();
        jdbc.sql(
                        "INSERT INTO unit SELECT gen_random_uuid(), a.code || '-' || lpad(n::text, 5, '0'), a.id, b.name_key, '', '',"
                                + " NULL, n::text, n::text, lpad(n::text, 5, '0'), now(), :by, '测试', 0"
                                + " FROM area a JOIN area_building b ON b.area_id = a.id, generate_series(1, :units) n"
                                + " WHERE a.id = :area")
                .param("by", first.operatorId().value())
                .param("units", UNITS)
                .param("area", area.value())
                .update();
        jdbc.sql("INSERT INTO unit_version SELECT u.id, DATE '2020-01-01', 5000 + (random() * 10000)::int, 'REGISTER',"
                        + " 'RESIDENTIAL', true, true, true, DATE '2019-06-01', NULL, '测试', '', now(), :by, '测试'"
                        + " FROM unit u WHERE u.area_id = :area")
                .param("by", first.operatorId().value())
                .param("area", area.value())
                .update();
    }
}
