package org.maintenancefund.unit.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.importing.DoubtfulRows;
import org.maintenancefund.importing.ImportRuns;
import org.maintenancefund.importing.ImportState;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.startup.LaunchedApplication;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** 房屋底册导入 in processes that are killed ({@code kill -9}) in the middle of it, one after the other. */
@Lengthy
@IntegrationTest
@DirtiesContext
class UnitImportLaunchTests {

    private static final int FLATS = 60;
    private static final int KILLED = 2;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

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
    InvariantService invariants;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    JdbcClient jdbc;

    private ManagedArea area;

    private LaunchedApplication start() throws Exception {
        LaunchedApplication application = LaunchedApplication.at(database, database.getJdbcUrl(), folder);
        application.whenServed();
        return application;
    }

    /** Numbers and doors, in the order of the numbers. */
    private List<String> doors() {
        return jdbc.sql("SELECT right(number, 5) || ' ' || door FROM unit WHERE area_id = :area ORDER BY number")
                .param("area", area.id().value())
                .query(String.class)
                .list();
    }

    /** The units before the last one are written already, where nobody else sees them. */
    private boolean isRegistering() {
        return jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND wait_event_type = 'Lock' AND query ILIKE 'insert into unit %'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void reach(UUID run, ImportState state) {
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(imports.get(run).state()).isEqualTo(state));
    }

    @Test
    void killedTwiceInTheMiddleOfItNothingIsThereAndThenEachUnitOnce() throws Exception {
        area = ManagedArea.named("断房苑", world, register, transaction, "1 栋");
        UnitId first = units.register(area.id(), AUnit.at("1 栋", "100").told(), area.ofOffice());
        AUnitSheet sheet = new AUnitSheet();
        IntStream.rangeClosed(101, 100 + FLATS).forEach(door -> sheet.flat(Integer.toString(door)));
        UUID run = sheet.uploadedWith(mvc, area.id(), area.ofOffice());

        for (int killed = 1; killed <= KILLED; killed++) {
            try (LaunchedApplication application = start();
                    Connection other = connection()) {
                takePlace(first, Integer.toString(100 + FLATS), other);
                if (killed == 1) {
                    reach(run, ImportState.READ);
                    imports.confirm(run, DoubtfulRows.APPLY);
                }
                await().atMost(LONGEST).until(this::isRegistering);
                application.kill();
            }
            await().atMost(LONGEST).until(() -> !isRegistering());
            assertThat(doors()).as("nothing of it, killed for time %d", killed).containsExactly("00001 100");
            assertThat(imports.get(run).state()).isEqualTo(ImportState.APPLYING);
        }
        try (LaunchedApplication application = start()) {
            reach(run, ImportState.DONE);
            assertThat(doors())
                    .containsExactlyElementsOf(IntStream.rangeClosed(0, FLATS)
                            .mapToObj(i -> "%05d %d".formatted(i + 1, 100 + i))
                            .toList());

            UUID again = sheet.uploadedWith(mvc, area.id(), area.ofOffice());
            reach(again, ImportState.READ);
            assertThat(imports.get(again).sameRows())
                    .as("the same file once more")
                    .isEqualTo(FLATS);
            assertThat(application.printed()).doesNotContain("ERROR");
        }
        assertThat(invariants.violations()).isEmpty();
    }

    private Connection connection() throws SQLException {
        return new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
                .getConnection();
    }

    /** Until the connection is closed: who registers a unit behind that door waits for what becomes of this one. */
    private static void takePlace(UnitId beside, String door, Connection other) throws SQLException {
        other.setAutoCommit(false);
        try (PreparedStatement unit = other.prepareStatement(
                "INSERT INTO unit SELECT (jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(),"
                        + " 'number', 'ZZ-99999-99999', 'door', ?, 'door_key', ?, 'sort_key', ?))).* FROM unit u"
                        + " WHERE u.id = ?")) {
            for (int i = 1; i <= 3; i++) {
                unit.setString(i, door);
            }
            unit.setObject(4, beside.value());
            assertThat(unit.executeUpdate()).isEqualTo(1);
        }
    }
}
