package org.maintenancefund.area.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaFinder;
import org.maintenancefund.importing.DoubtfulRows;
import org.maintenancefund.importing.ImportRuns;
import org.maintenancefund.importing.ImportState;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Several instances and several people at one import at the same moment. */
@IntegrationTest
class ImportRacesTest {

    @Autowired
    World world;

    private static final int ROWS = 450;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PropertyAreas areas;

    @Autowired
    AreaFinder finder;

    @Autowired
    ImportRuns imports;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    private UUID run;

    @BeforeEach
    void anImport() {
        AnImport sheet = AnImport.in(world.district());
        IntStream.range(0, ROWS).forEach(i -> sheet.row("争抢苑" + i));
        jobs.run();
        run = sheet.uploadedWith(mvc);
    }

    @Lengthy
    @Test
    void instancesThatTakeOverFromEachOtherReadAndApplyEachRowOnce() throws InterruptedException {
        amongInstances(() -> imports.get(run).state() == ImportState.READ);
        assertThat(imports.get(run).newRows()).isEqualTo(ROWS);
        imports.confirm(run);

        amongInstances(() -> imports.get(run).state() == ImportState.DONE);

        assertThat(imports.get(run).appliedRows()).isEqualTo(ROWS);
        assertThat(imports.get(run).faultyRows()).isZero();
        assertThat(entered()).isEqualTo(ROWS);
    }

    @Test
    void ofManyConfirmationsAtOnceOneCounts() throws InterruptedException {
        jobs.run();

        List<Race.Outcome<Object>> outcomes = Race.of(IntStream.range(0, 6)
                .<Callable<Object>>mapToObj(i -> () -> {
                    imports.confirm(run, i % 2 == 0 ? DoubtfulRows.APPLY : DoubtfulRows.SKIP);
                    return null;
                })
                .toList());

        assertThat(outcomes.stream().filter(Race.Outcome::won)).hasSize(1);
        assertThat(told("IMPORT_CONFIRMED")).isEqualTo(1);
    }

    @RepeatedTest(4)
    void givingUpAgainstApplyingLeavesWholeRowsAndNothingComesAfterIt() throws InterruptedException {
        jobs.run();
        imports.confirm(run);

        Race.of(List.<Callable<Object>>of(jobs::run, () -> {
            Thread.sleep(150);
            imports.discard(run);
            return null;
        }));

        ImportView end = imports.get(run);
        assertThat(end.state()).isIn(ImportState.DISCARDED, ImportState.DONE);
        assertThat(entered()).isEqualTo(end.appliedRows()).isEqualTo(ticked());
        jobs.run();
        assertThat(entered()).isEqualTo(end.appliedRows());
    }

    @Test
    void givingUpAgainstReadingLeavesNoRow() throws InterruptedException {
        Race.of(List.<Callable<Object>>of(jobs::run, () -> {
            Thread.sleep(20);
            imports.discard(run);
            return null;
        }));

        assertThat(imports.get(run).state()).isEqualTo(ImportState.DISCARDED);
        assertThat(imports.rows(run)).isZero();
    }

    @Test
    void givingUpAndConfirmingAtOnceIsOneOfBoth() throws InterruptedException {
        jobs.run();

        List<Race.Outcome<Object>> outcomes = Race.of(List.<Callable<Object>>of(
                () -> {
                    imports.confirm(run);
                    return null;
                },
                () -> {
                    imports.discard(run);
                    return null;
                }));

        assertThat(outcomes.get(1).won()).as("given up before or after it").isTrue();
        assertThat(imports.get(run).state()).isEqualTo(ImportState.DISCARDED);
        jobs.run();
        assertThat(entered()).isZero();
    }

    /** Three instances, and time that flies: whoever works at it is taken for dead before long. */
    private void amongInstances(Callable<Boolean> done) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        Callable<Object> instance = () -> {
            while (!over.get()) {
                runUnlessTakenAway();
                over.compareAndSet(false, done.call());
            }
            return null;
        };
        Callable<Object> time = () -> {
            for (int i = 0; !over.get(); i++) {
                // Later and later, so that somebody gets through in the end; the tries are not what is looked at here.
                Thread.sleep(5L + 5L * i);
                jobs.takeAway(ImportRuns.TASK);
                jdbc.sql("UPDATE import_run SET tries = 0 WHERE id = :id")
                        .param("id", run)
                        .update();
            }
            return null;
        };
        List<Callable<Object>> runners = new ArrayList<>(List.of(instance, instance, instance, time));
        assertThat(Race.of(runners))
                .allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
    }

    /** What is taken away at the very moment it is picked, a scheduler notes in the log and looks for again. */
    private void runUnlessTakenAway() {
        try {
            jobs.run();
        } catch (IllegalStateException refused) {
            assertThat(refused).hasMessageStartingWith("Picked execution does not have expected state");
        }
    }

    private int entered() {
        return Integer.parseInt(
                finder.list(AreaSearch.of("争抢苑").in(world.district().id()))
                        .count()
                        .toString());
    }

    private int ticked() {
        return jdbc.sql("SELECT count(*) FROM import_row WHERE import_id = :id AND applied")
                .param("id", run)
                .query(Integer.class)
                .single();
    }

    private int told(String event) {
        return jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = :event AND object_id = :id")
                .param("event", event)
                .param("id", run.toString())
                .query(Integer.class)
                .single();
    }
}
