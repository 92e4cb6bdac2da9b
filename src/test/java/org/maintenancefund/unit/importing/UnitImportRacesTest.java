package org.maintenancefund.unit.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.importing.DoubtfulRows;
import org.maintenancefund.importing.ImportRuns;
import org.maintenancefund.importing.ImportState;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Several imports of one area, and people who register there, at the very same moment. */
@IntegrationTest
class UnitImportRacesTest {

    private static final int ROWS = 300;

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UnitService units;

    @Autowired
    ImportRuns imports;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    private ManagedArea managed;
    private AUnitSheet sheet;

    @BeforeEach
    void aSheetForAnArea() {
        managed = ManagedArea.named("赛表苑", world, register, transaction, "1 栋", "2 栋");
        sheet = new AUnitSheet();
        for (int i = 1; i <= ROWS; i++) {
            sheet.flat("房" + i, "建筑面积", "24");
        }
        jobs.run();
    }

    private UUID confirmed() {
        UUID run = sheet.uploadedWith(mvc, managed.id(), managed.ofOffice());
        jobs.run();
        imports.confirm(run, DoubtfulRows.APPLY);
        return run;
    }

    private int count(String what) {
        return jdbc.sql("SELECT " + what + " FROM unit WHERE area_id = :area")
                .param("area", managed.id().value())
                .query(Integer.class)
                .single();
    }

    @RepeatedTest(2)
    void twoImportsOfOneFileAtOnceRegisterItOnce() throws InterruptedException {
        UUID one = sheet.uploadedWith(mvc, managed.id(), managed.ofOffice());
        UUID other = sheet.uploadedWith(mvc, managed.id(), managed.ofCompany());
        jobs.run();
        imports.confirm(one, DoubtfulRows.APPLY);
        imports.confirm(other, DoubtfulRows.APPLY);

        Callable<Integer> instance = jobs::run;
        assertThat(Race.of(List.of(instance, instance)))
                .allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
        jobs.run();

        List<ImportView> ended = List.of(imports.get(one), imports.get(other));
        assertThat(ended).extracting(ImportView::state).containsOnly(ImportState.DONE);
        assertThat(ended).extracting(ImportView::appliedRows).containsExactlyInAnyOrder(ROWS, 0);
        assertThat(count("count(*)")).isEqualTo(ROWS);
        assertThat(count("max(right(number, 5)::integer)"))
                .as("numbers without a gap")
                .isEqualTo(ROWS);
    }

    @Test
    void ofManyConfirmationsAtOnceOneCounts() throws InterruptedException {
        UUID run = sheet.uploadedWith(mvc, managed.id(), managed.ofOffice());
        jobs.run();
        Callable<Object> confirming = () -> {
            imports.confirm(run, DoubtfulRows.APPLY);
            return null;
        };

        List<Race.Outcome<Object>> outcomes = Race.of(List.of(confirming, confirming, confirming, confirming));

        assertThat(outcomes.stream().filter(Race.Outcome::won)).hasSize(1);
        jobs.run();
        assertThat(count("count(*)")).isEqualTo(ROWS);
    }

    @RepeatedTest(2)
    void whoRegistersOneOfTheFlatsMeanwhileIsBeforeItOrIsToldItsNumber() throws InterruptedException {
        UUID run = confirmed();

        List<Race.Outcome<Object>> outcomes = Race.of(List.<Callable<Object>>of(
                jobs::run,
                () -> units.register(
                        managed.id(), AUnit.at("1 栋", "房" + ROWS).of("47.90").told(), managed.ofCompany())));

        boolean wasFirst = outcomes.get(1).won();
        assertThat(imports.get(run).state()).isEqualTo(wasFirst ? ImportState.READ : ImportState.DONE);
        assertThat(imports.get(run).faultyRows()).isEqualTo(wasFirst ? 1 : 0);
        assertThat(count("count(*)")).isEqualTo(wasFirst ? 1 : ROWS);
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
        assertThat(count("count(*)")).isEqualTo(end == ImportState.DONE ? ROWS : 0);
        assertThat(imports.rows(run)).isZero();
    }
}
