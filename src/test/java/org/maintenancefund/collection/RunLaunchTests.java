package org.maintenancefund.collection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.startup.KilledProcess;
import org.maintenancefund.startup.LaunchedApplication;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.opening.AnOpening;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 批量出账 by a process that is killed ({@code kill -9}) in the middle of an area, twice: when its bills are made and what was paid ahead
 * is being taken for them. Whoever is started next finds nothing of that area, and makes all of it, once.
 */
class RunLaunchTests extends KilledProcess {

    private static final int AREAS = 4;
    private static final int FLATS = 3;

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

        try (LaunchedApplication last = started()) {
            await().atMost(60, SECONDS)
                    .until(() -> !batches.get(batch, colleague).isMoving());
        }
        assertThat(batches.get(batch, colleague).done()).isEqualTo(AREAS);
        for (int area = 0; area < AREAS; area++) {
            assertThat(billed(area)).isEqualTo(FLATS);
        }
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'BILLS_MADE' AND object_name LIKE '断电苑%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(AREAS);
        assertThat(jdbc.sql("SELECT sum(allocated) FROM bill WHERE area_id IN (:areas)")
                        .param("areas", areas.stream().map(AreaId::value).toList())
                        .query(Long.class)
                        .single())
                .as("what was paid ahead is taken once")
                .isEqualTo(AREAS * 22_40L);
        everythingHolds();
    }

    /** Lets it bill all areas but those of these receipts, in whose middle it needs them, and kills it there. */
    private void killedWhileItWaitsFor(ReceiptNumber... locked) throws Exception {
        killed(
                () -> waiting("") == locked.length
                        && batches.get(batch, colleague).done() == AREAS - locked.length,
                (application, other) -> {
                    for (ReceiptNumber number : locked) {
                        lock(other, number);
                    }
                });
    }

    private static void lock(Connection connection, ReceiptNumber number) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT FROM receipt WHERE number = ? FOR UPDATE")) {
            select.setString(1, number.value());
            select.executeQuery();
        }
    }

    private long billed(int area) {
        return jdbc.sql("SELECT count(*) FROM bill WHERE area_id = :area")
                .param("area", areas.get(area).value())
                .query(Long.class)
                .single();
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
