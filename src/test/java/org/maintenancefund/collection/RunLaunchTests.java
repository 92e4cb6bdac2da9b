package org.maintenancefund.collection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.billing.run.BatchAction;
import org.maintenancefund.billing.run.Batches;
import org.maintenancefund.billing.run.RunService;
import org.maintenancefund.billing.standard.AChargeStandard;
import org.maintenancefund.billing.start.StartService;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.collection.receipt.PaymentWay;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.receipt.ReceiptService;
import org.maintenancefund.collection.receipt.ReceivedFrom;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.startup.LaunchedApplication;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.opening.AnOpening;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * @Lengthy
 * 批量出账 by a process that is killed ({@code kill -9}) in the middle of an area, twice: when its bills are made and what was paid ahead
 * is being taken for them. Whoever is started next finds nothing of that area, and makes all of it, once.
 */
@IntegrationTest
class RunLaunchTests {

    private static final int AREAS = 4;
    private static final int FLATS = 3;
    private static final String WORKER = "worker";

    @TempDir
    private Path folder;

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    AChargeStandard standards;

    @Autowired
    AnOpening anOpening;

    @Autowired
    AFundAccount accounts;

    @Autowired
    StartService starts;

    @Autowired
    UnitService units;

    @Autowired
    RunService runs;

    @Autowired
    Batches batches;

    @Autowired
    ReceiptService receipts;

    @Autowired
    InvariantService invariants;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    JdbcClient jdbc;

    private final List<AreaId> areas = new ArrayList<>();
    private final List<ReceiptNumber> ahead = new ArrayList<>();
    private YearMonth month;
    private CurrentUser clerk;
    private CurrentUser colleague;
    private UUID batch;

    @Test
    void killedInTheMiddleOfAnAreaItsBillsAreGoneAndThenThereOnceAndWhole() throws Exception {
        communities();
        batch = batches.askAll(BatchAction.CONFIRM, colleague);

        // Both workers are in the middle of an area each; nothing of either is left.
        killedWhileItWaitsFor(ahead.get(2), ahead.get(3));
        assertThat(billed(2)).isZero();
        assertThat(billed(3)).isZero();

        // The next one has taken up both, and is killed in the middle of the last one.
        killedWhileItWaitsFor(ahead.get(3));
        assertThat(billed(2)).isEqualTo(FLATS);
        assertThat(billed(3)).isZero();

        try (LaunchedApplication last = start()) {
            last.whenServed();
            await().atMost(60, SECONDS)
                    .until(() -> !batches.get(batch, colleague).isMoving());
        }
        assertThat(batches.get(batch, colleague).done()).isEqualTo(AREAS);
        for (int area = 0; area < AREAS; area++) {
            assertThat(billed(area)).isEqualTo(FLATS);
        }
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'BILLS_MADE'")
                        .query(Long.class)
                        .single())
                .isEqualTo(AREAS);
        assertThat(jdbc.sql("SELECT sum(allocated) FROM bill").query(Long.class).single())
                .as("what was paid ahead is taken once")
                .isEqualTo(AREAS * 22_40L);
        assertThat(invariants.violations()).isEmpty();
    }

    /** Starts it, lets it bill all areas but those of these receipts, in whose middle it needs them, and kills it there. */
    private void killedWhileItWaitsFor(ReceiptNumber... locked) throws Exception {
        try (Connection other = connection();
                LaunchedApplication application = start()) {
            other.setAutoCommit(false);
            for (ReceiptNumber number : locked) {
                lock(other, number);
            }
            application.whenServed();
            await().atMost(60, SECONDS)
                    .until(() -> backends("wait_event_type = 'Lock'") == locked.length
                            && batches.get(batch, colleague).done() == AREAS - locked.length);
            application.kill();
        }
        await().atMost(30, SECONDS).until(() -> backends("true") == 0);
    }

    private static void lock(Connection connection, ReceiptNumber number) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT FROM receipt WHERE number = ? FOR UPDATE")) {
            select.setString(1, number.value());
            select.executeQuery();
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    /** Connections of the process that was started, for which it holds. */
    private long backends(String condition) {
        return jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name = :worker AND " + condition)
                .param("worker", WORKER)
                .query(Long.class)
                .single();
    }

    private long billed(int area) {
        return jdbc.sql("SELECT count(*) FROM bill WHERE area_id = :area")
                .param("area", areas.get(area).value())
                .query(Long.class)
                .single();
    }

    private LaunchedApplication start() throws Exception {
        return LaunchedApplication.at(database, database.getJdbcUrl() + "?ApplicationName=" + WORKER, folder);
    }

    /** Each opened, tried, and with one flat that has paid ahead. */
    private void communities() {
        month = YearMonth.from(world.today());
        world.settingsOfCollection();
        standards.ofCityWhereMissing(UnitUse.RESIDENTIAL, true, "0.25", month);
        EnterpriseId company = world.company("断电物业有限公司");
        OfficeId office = world.office("断电管理处", company);
        clerk = world.personOf(office);
        colleague = world.personOf(office);
        for (int i = 1; i <= AREAS; i++) {
            community("断电苑" + i + "区", company, office);
        }
    }

    private void community(String name, EnterpriseId company, OfficeId office) {
        AreaId area = world.area(name);
        transaction.executeWithoutResult(status -> register.changeBuildings(area, ManagedArea.buildings("1 栋")));
        CommitteeView committee = world.committee(area, name + "业主委员会");
        world.association(
                committee, company, office, world.today(), world.today().plusYears(1));
        world.mandate(committee, world.today(), world.today().plusYears(1));
        List<UnitId> flats = Stream.of("101", "102", "103")
                .map(door -> units.register(area, AUnit.at("1 栋", door).told(), clerk))
                .toList();
        anOpening.approved(area, flats.get(0), clerk, colleague, world.clerk());
        accounts.keeps(accounts.empty(), area);
        starts.open(area, month, true, clerk);
        areas.add(area);
        ahead.add(Objects.requireNonNull(receipts.receive(area, ahead(flats.get(0)), doubts -> true, clerk)
                .number()));
        runs.propose(area, month, null, "", clerk);
    }

    private NewReceipt ahead(UnitId flat) {
        return new NewReceipt(
                flat,
                Money.parsePositive("50.00").value(),
                world.today(),
                PaymentWay.CASH,
                ReceivedFrom.OWNER,
                "王建国",
                List.of(),
                null,
                "");
    }
}
