package org.maintenancefund.collection.receipt.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.importing.ImportRuns;
import org.maintenancefund.importing.ImportState;
import org.maintenancefund.startup.LaunchedApplication;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** 收款导入 in processes that are killed ({@code kill -9}) in the middle of it, one after the other. */
@Lengthy
@IntegrationTest
@DirtiesContext
class ReceiptImportLaunchTests {

    private static final int FLATS = 60;
    private static final int KILLED = 2;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    ImportRuns imports;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    JdbcClient jdbc;

    private CollectedArea area;

    @AfterEach
    void nothingIsLostOrDoubled() {
        assertThat(area.violations()).isEmpty();
    }

    private LaunchedApplication start() throws Exception {
        LaunchedApplication application = LaunchedApplication.at(database, database.getJdbcUrl(), folder);
        application.whenServed();
        return application;
    }

    private long receipts() {
        return jdbc.sql("SELECT count(*) FROM receipt WHERE area_id = :area")
                .param("area", area.id().value())
                .query(Long.class)
                .single();
    }

    /** The receipts are written already, where nobody else sees them, and their bills are next. */
    private boolean isPaying() {
        return jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND wait_event_type = 'Lock' AND query LIKE 'UPDATE bill b SET allocated%'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void reach(UUID run, ImportState state) {
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(imports.get(run).state()).isEqualTo(state));
    }

    @Test
    void killedTwiceInTheMiddleOfItNothingIsThereAndThenEachReceiptOnce() throws Exception {
        area = CollectedArea.named("断收苑", world, context);
        AReceiptSheet sheet = new AReceiptSheet(area);
        List<UnitId> flats = new ArrayList<>();
        for (int i = 0; i < FLATS; i++) {
            flats.add(area.flat(String.valueOf(101 + i)));
            sheet.row("KILL-" + i, "房号", "1-" + (101 + i));
        }
        area.bill(area.first());
        byte[] file = sheet.csv(StandardCharsets.UTF_8);
        UUID run = AReceiptSheet.uploaded(file, "收费系统.csv", mvc, area, area.clerk());

        for (int killed = 1; killed <= KILLED; killed++) {
            try (LaunchedApplication application = start();
                    Connection payer = connection()) {
                holdBillOf(flats.get(FLATS - 1), payer);
                if (killed == 1) {
                    reach(run, ImportState.READ);
                    imports.confirm(run);
                }
                await().atMost(LONGEST).until(this::isPaying);
                application.kill();
            }
            await().atMost(LONGEST).until(() -> !isPaying());
            assertThat(receipts())
                    .as("nothing of it, killed for time %d", killed)
                    .isZero();
            assertThat(imports.get(run).state()).isEqualTo(ImportState.APPLYING);
        }
        try (LaunchedApplication application = start()) {
            reach(run, ImportState.DONE);
            assertThat(receipts()).isEqualTo(FLATS);
            assertThat(area.figures()).containsExactly("1344.00", "1344.00", "1344.00", "0.00", "0.00");

            UUID again = AReceiptSheet.uploaded(file, "收费系统.csv", mvc, area, area.clerk());
            reach(again, ImportState.READ);
            assertThat(imports.get(again).sameRows())
                    .as("the same file once more")
                    .isEqualTo(FLATS);
            assertThat(application.printed()).doesNotContain("ERROR");
        }
    }

    private Connection connection() throws SQLException {
        return new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
                .getConnection();
    }

    /** Until the connection is closed. */
    private static void holdBillOf(UnitId unit, Connection payer) throws SQLException {
        payer.setAutoCommit(false);
        try (PreparedStatement bill = payer.prepareStatement("SELECT 1 FROM bill WHERE unit_id = ? FOR UPDATE")) {
            bill.setObject(1, unit.value());
            bill.executeQuery();
        }
    }
}
