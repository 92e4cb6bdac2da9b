package org.maintenancefund.collection.receipt.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.maintenancefund.city.Settings;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.importing.DoubtfulRows;
import org.maintenancefund.importing.ImportRuns;
import org.maintenancefund.importing.ImportState;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of receipts, and people and runs in the same area, at the very same moment. Nothing is rolled back: the races are real. */
@IntegrationTest
class ReceiptImportRacesTest {

    private static final int FLATS = 12;

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    ImportRuns imports;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Jobs jobs;

    @Autowired
    Settings settings;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private CollectedArea area;
    private final List<UnitId> flats = new ArrayList<>();
    private AReceiptSheet sheet;

    @BeforeEach
    void aFileForEachFlatOfAnArea() {
        area = CollectedArea.named("竞导苑", world, context);
        sheet = new AReceiptSheet(area);
        for (int i = 0; i < FLATS; i++) {
            String door = String.valueOf(101 + i);
            flats.add(area.flat(door));
            sheet.row("RACE-" + area.id() + i, "房号", "1-" + door);
        }
        area.bill(area.first());
        jobs.run();
    }

    /** And others stand on a city that has decided nothing. */
    @AfterEach
    void nothingIsLostOrDoubled() {
        assertThat(area.violations()).isEmpty();
        transaction.executeWithoutResult(status -> {
            settings.readPastTheMemoryUntilTheEnd();
            jdbc.sql("DELETE FROM setting").update();
        });
    }

    private long receipts() {
        return jdbc.sql("SELECT count(*) FROM receipt WHERE area_id = :area")
                .param("area", area.id().value())
                .query(Long.class)
                .single();
    }

    private UUID confirmed() {
        UUID run = sheet.uploadedWith(mvc, area.clerk());
        jobs.run();
        imports.confirm(run);
        return run;
    }

    @RepeatedTest(2)
    void twoImportsOfOneFileAtOnceRecordItOnce() throws InterruptedException {
        UUID one = sheet.uploadedWith(mvc, area.clerk());
        UUID other = sheet.uploadedWith(mvc, area.managed().ofCompany());
        jobs.run();
        imports.confirm(one);
        imports.confirm(other);

        Callable<Integer> instance = jobs::run;
        assertThat(Race.of(List.of(instance, instance)))
                .allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
        jobs.run();

        List<ImportView> ended = List.of(imports.get(one), imports.get(other));
        assertThat(ended).extracting(ImportView::state).containsOnly(ImportState.DONE);
        assertThat(ended).extracting(ImportView::appliedRows).containsExactlyInAnyOrder(FLATS, 0);
        assertThat(receipts()).isEqualTo(FLATS);
    }

    @RepeatedTest(3)
    void whoPaysAtTheCounterMeanwhileIsBeforeTheFileAndAskedAboutOrBehindIt() throws InterruptedException {
        UUID run = confirmed();

        List<Race.Outcome<Object>> outcomes = Race.of(List.<Callable<Object>>of(
                jobs::run,
                () -> area.receive(area.payment(flats.get(FLATS / 2), "22.40")),
                () -> area.receive(area.payment(flats.get(3), "5"))));

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
        ImportView ended = imports.get(run);
        assertThat(ended.state()).isIn(ImportState.DONE, ImportState.READ);
        assertThat(receipts()).isEqualTo(ended.state() == ImportState.DONE ? FLATS + 2 : 2);
        if (ended.state() == ImportState.READ) {
            imports.confirm(run, DoubtfulRows.APPLY);
            jobs.run();
        }
        assertThat(receipts()).isEqualTo(FLATS + 2);
    }

    @RepeatedTest(2)
    void aRunOfTheNextMonthMeanwhileTakesWhatIsLeftOrIsPaid() throws InterruptedException {
        sheet = new AReceiptSheet(area);
        for (int i = 0; i < FLATS; i++) {
            sheet.row("AHEAD-" + area.id() + i, "房号", "1-" + (101 + i), "金额", "50");
        }
        confirmed();

        assertThat(Race.of(List.<Callable<Object>>of(jobs::run, () -> {
                    area.bill(area.thisMonth());
                    return "billed";
                })))
                .allSatisfy(outcome -> assertThat(outcome.failure()).isNull());

        assertThat(area.figures()).containsExactly("537.60", "600.00", "537.60", "0.00", "62.40");
    }

    @Test
    void ofManyConfirmationsAtOnceOneCounts() throws InterruptedException {
        UUID run = sheet.uploadedWith(mvc, area.clerk());
        jobs.run();
        Callable<Object> confirming = () -> {
            imports.confirm(run);
            return null;
        };

        List<Race.Outcome<Object>> outcomes = Race.of(List.of(confirming, confirming, confirming, confirming));

        assertThat(outcomes.stream().filter(Race.Outcome::won)).hasSize(1);
        jobs.run();
        assertThat(receipts()).isEqualTo(FLATS);
    }

    @RepeatedTest(2)
    void givingUpAgainstApplyingIsAllOrNothing() throws InterruptedException {
        UUID run = confirmed();

        Race.of(List.<Callable<Object>>of(jobs::run, () -> {
            Thread.sleep(30);
            imports.discard(run);
            return null;
        }));
        jobs.run();

        ImportState end = imports.get(run).state();
        assertThat(end).isIn(ImportState.DONE, ImportState.DISCARDED);
        assertThat(receipts()).isEqualTo(end == ImportState.DONE ? FLATS : 0);
    }
}
