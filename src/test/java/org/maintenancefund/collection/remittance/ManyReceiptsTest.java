package org.maintenancefund.collection.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Ten thousand receipts of an area are declared and booked in seconds, by statements that don't grow with them. */
@IntegrationTest
@Transactional
class ManyReceiptsTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManyReceiptsTest.class);

    private static final int RECEIPTS = 10_000;

    private static final Duration SECONDS = Duration.ofSeconds(15);

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    InvariantService invariants;

    @Autowired
    JdbcClient jdbc;

    /** As many as a large company receives in a month, of twenty households. */
    private void receive(CollectedArea area) {
        List<UnitId> flats = IntStream.range(0, 20)
                .mapToObj(i -> area.flat(Integer.toString(101 + i)))
                .toList();
        flats.forEach(flat -> area.receive(area.payment(flat, "1")));
        jdbc.sql(
                        "INSERT INTO receipt SELECT made.* FROM (SELECT r.*, row_number() OVER (ORDER BY r.number) AS place FROM receipt r"
                                + " WHERE r.area_id = :area) o JOIN receipt r ON r.id = o.id, generate_series(1, :times) n,"
                                + " jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'number',"
                                + " left(r.number, 11) || lpad((100000 + o.place * :times + n)::text, 6, '0'))) made")
                .param("area", area.id().value())
                .param("times", RECEIPTS / flats.size() - 1)
                .update();
    }

    private static void measure(String what, Runnable step) {
        long begin = System.nanoTime();
        step.run();
        Duration taken = Duration.ofNanos(System.nanoTime() - begin);
        LOG.info("{} of {} receipts took {}", what, RECEIPTS, taken);
        assertThat(taken).as(what).isLessThan(SECONDS);
    }

    @Test
    void tenThousandReceiptsAreHandedOverInSeconds() {
        Remitting remitting = Remitting.named("万笔苑", world, context);
        receive(remitting.area());
        assertThat(remitting.shown().receipts()).isEqualTo(RECEIPTS);

        measure("declaring", remitting::declared);
        DeclarationNumber number = jdbc.sql("SELECT number FROM declaration WHERE area_id = :area")
                .param("area", remitting.id().value())
                .query((row, i) -> new DeclarationNumber(row.getString(1)))
                .single();
        remitting.confirm(number);
        SlipNumber slip = remitting.submitted(number);
        remitting.arrive(slip, remitting.amount(slip));
        measure("booking", () -> remitting.book(slip));

        assertThat(remitting.booked()).isEqualTo("10000.00");
        assertThat(invariants.violations()).isEmpty();
    }
}
