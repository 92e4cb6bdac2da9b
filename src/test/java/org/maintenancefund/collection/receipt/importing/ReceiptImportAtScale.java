package org.maintenancefund.collection.receipt.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.importing.DoubtfulRows;
import org.maintenancefund.importing.ImportRuns;
import org.maintenancefund.importing.ImportState;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.NewUnit;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 收款导入 of a month of a large community. Not part of the build:
 *
 * <pre>./mvnw test -Dtest=ReceiptImportAtScale</pre>
 */
@IntegrationTest
class ReceiptImportAtScale {

    private static final int ROWS = Integer.getInteger("import.rows", 2_000);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    UnitService units;

    @Autowired
    ImportRuns imports;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Jobs jobs;

    @Autowired
    TransactionTemplate transaction;

    private Duration took(String what, Runnable step) {
        Instant begun = Instant.now();
        step.run();
        Duration took = Duration.between(begun, Instant.now());
        System.out.printf("%s of %,d rows: %d ms%n", what, ROWS, took.toMillis());
        return took;
    }

    @Test
    void aMonthOfReceiptsIsReadAndRecordedInSeconds() {
        CollectedArea area = CollectedArea.named("万收苑", world, context);
        List<NewUnit> told = IntStream.range(0, ROWS)
                .mapToObj(i -> AUnit.at("1 栋", "房" + i).told())
                .toList();
        transaction.executeWithoutResult(status -> {
            units.registerAll(area.id(), told, area.clerk());
        });
        area.bill(area.first());
        area.bill(area.thisMonth());
        AReceiptSheet sheet = new AReceiptSheet(area);
        List<String> amounts = new ArrayList<>(List.of("22.40", "44.80", "50", "20"));
        for (int i = 0; i < ROWS; i++) {
            sheet.row("AT-SCALE-" + i, "楼栋", "1 栋", "房号", "房" + i, "金额", amounts.get(i % amounts.size()));
        }
        jobs.run();
        UUID run = AReceiptSheet.uploaded(sheet.csv(Charset.forName("GB18030")), "收费系统.csv", mvc, area, area.clerk());

        Duration reading = took("reading", jobs::run);
        assertThat(imports.get(run).newRows()).isEqualTo(ROWS);
        imports.confirm(run, DoubtfulRows.APPLY);
        Duration applying = took("recording", jobs::run);

        assertThat(imports.get(run).state()).isEqualTo(ImportState.DONE);
        assertThat(imports.get(run).appliedRows()).isEqualTo(ROWS);
        assertThat(area.violations()).isEmpty();
        assertThat(reading).isLessThan(LONGEST);
        assertThat(applying).isLessThan(LONGEST);
    }
}
