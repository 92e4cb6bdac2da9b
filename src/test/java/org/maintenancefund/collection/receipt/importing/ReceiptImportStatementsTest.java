package org.maintenancefund.collection.receipt.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.importing.DoubtfulRows;
import org.maintenancefund.importing.ImportRuns;
import org.maintenancefund.importing.ImportState;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Transactional;

/** What a file of receipts asks of the database, and for how long others wait for it. */
@IntegrationTest
@Transactional
class ReceiptImportStatementsTest {

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

    private CollectedArea area;

    @BeforeEach
    void anAreaOfFlatsEachOfAnotherOwner() {
        area = CollectedArea.named("导问苑", world, context);
        for (int i = 0; i < FLATS; i++) {
            area.unit(AUnit.at("1 栋", door(i)).paidBy(AUnit.owner("业主" + i)));
        }
        area.bill(area.first());
        jobs.run();
    }

    private static String door(int flat) {
        return String.valueOf(101 + flat);
    }

    /** Each is brought by the owner of the next flat: every row is asked about. */
    private UUID read(String prefix, int rows) {
        AReceiptSheet sheet = new AReceiptSheet(area);
        IntStream.range(0, rows)
                .forEach(
                        i -> sheet.row(prefix + i, "房号", "1-" + door(i), "金额", "22.40", "缴款人", "业主" + (i + 1) % FLATS));
        return sheet.uploadedWith(mvc, area.clerk());
    }

    @Test
    void whatIsAskedAboutTheRowsTakesAsManyStatementsForManyAsForOne() {
        read("A", 1);
        List<String> one = Statements.of(jobs::run);
        UUID run = read("B", FLATS);
        List<String> many = Statements.of(jobs::run);

        assertThat(imports.get(run).state()).isEqualTo(ImportState.READ);
        assertThat(imports.get(run).doubtfulRows()).isEqualTo(FLATS);
        assertThat(many.stream().filter(sql -> sql.contains("FROM receipt r")).count())
                .isEqualTo(one.stream()
                        .filter(sql -> sql.contains("FROM receipt r"))
                        .count());
        assertThat(many.stream().filter(sql -> sql.contains("p.name =")).count())
                .isEqualTo(1);
    }

    @Test
    void theCitysNumbersAreTakenDirectlyBeforeTheReceiptsAreKept() {
        UUID run = read("A", FLATS);
        jobs.run();
        imports.confirm(run, DoubtfulRows.APPLY);

        List<String> sent = Statements.of(jobs::run);

        assertThat(imports.get(run).appliedRows()).isEqualTo(FLATS);
        int taken = IntStream.range(0, sent.size())
                .filter(i -> sent.get(i).contains("application_counter"))
                .findFirst()
                .orElseThrow();
        assertThat(sent.get(taken + 1)).containsIgnoringCase("insert into receipt");
    }
}
