package org.maintenancefund.collection.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.billing.SeenMonths;
import org.maintenancefund.collection.PaymentStage;
import org.maintenancefund.collection.UnitReceipt;
import org.maintenancefund.collection.UnitReceipts;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.receipt.ReversalService;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.ledger.EntryNumber;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** 缴存单: one transfer, from the draft to the households' own accounts. */
@IntegrationTest
@Transactional
class SlipServiceTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    SlipService service;

    @Autowired
    SlipRegister register;

    @Autowired
    SlipArrivals arrivals;

    @Autowired
    UnitReceipts receipts;

    @Autowired
    ReversalService reversals;

    @Autowired
    InvariantService invariants;

    @Autowired
    JdbcClient jdbc;

    private Remitting remitting;
    private CollectedArea area;
    private UnitId flat;
    private ReceiptNumber receipt;

    @BeforeEach
    void anAreaWithTwoReceipts() {
        remitting = Remitting.named("缴存苑", world, context);
        area = remitting.area();
        flat = area.flat("101");
        receipt = area.receive(area.payment(flat, "22.40"));
        area.receive(area.payment(area.flat("102"), "104.38"));
    }

    @AfterEach
    void allHolds() {
        assertThat(invariants.violations()).isEmpty();
    }

    private static void refused(ThrowingCallable call, String sentence) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(Messages.of(refusal.reason())).contains(sentence));
    }

    private String state(SlipNumber number) {
        return remitting.state("remittance_slip", number.value());
    }

    private UnitReceipt payment() {
        return receipts.of(flat, SeenMonths.ALL, 10).get(0);
    }

    @Test
    void aDraftIsChangedSubmittedAndVoidedWhileNoMoneyCame() {
        DeclarationNumber first = remitting.confirmed();
        area.receive(area.payment(flat, "3"));
        DeclarationNumber later = remitting.confirmed();
        SlipNumber number = remitting.drafted(first, later);
        assertThat(register.get(number, area.clerk()).amount()).hasToString("129.78");

        service.change(number, 0, Set.of(first), area.clerk());
        assertThat(register.get(number, area.clerk()).amount()).hasToString("126.78");
        service.submit(number, 1, area.clerk());
        refused(() -> service.change(number, 2, Set.of(later), area.clerk()), "已提交");
        service.discard(number, 2, "重复编制", area.clerk());

        assertThat(state(number)).isEqualTo("VOIDED");
        assertThat(remitting.amount(remitting.drafted(first, later))).isEqualTo("129.78");
    }

    @Test
    void aDeclarationIsOnOneSlipOfOneAccount() {
        DeclarationNumber number = remitting.confirmed();
        remitting.drafted(number);

        refused(() -> remitting.drafted(number), "刚刚已编入别的缴存单");
        refused(() -> service.draft(Set.of(), area.clerk()), "请至少选择一件申报");
        area.receive(area.payment(flat, "3"));
        DeclarationNumber waiting = remitting.declared();
        refused(() -> remitting.drafted(waiting), "刚刚已编入别的缴存单");
    }

    @Test
    void withoutAnAccountThereIsNoSlip() {
        DeclarationNumber number = remitting.confirmed();
        jdbc.sql("DELETE FROM fund_account_area WHERE area_id = :area")
                .param("area", area.id().value())
                .update();

        refused(() -> remitting.drafted(number), "还没有专户，请联系市管理中心");
    }

    @Test
    void theAccountOfTheDayOfSubmissionIsThatOfTheSlip() {
        SlipNumber number = remitting.drafted(remitting.confirmed());
        jdbc.sql("UPDATE fund_account_area SET account_id = :other WHERE area_id = :area")
                .param("other", context.getBean(AFundAccount.class).empty().value())
                .param("area", area.id().value())
                .update();

        refused(() -> service.submit(number, 0, area.clerk()), "专户已经变了");
    }

    @Test
    void itArrivesInPartsNeverMoreAndGoesBackUntilItIsBooked() {
        SlipNumber number = remitting.submitted();
        assertThat(arrivals.expected(remitting.account())).singleElement().satisfies(expected -> {
            assertThat(expected.number()).isEqualTo(number);
            assertThat(expected.open()).hasToString("126.78");
        });

        remitting.arrive(number, "100");
        assertThat(state(number)).isEqualTo("PARTLY_ARRIVED");
        assertThat(payment().stage()).isEqualTo(PaymentStage.RECEIVED);
        refused(() -> remitting.arrive(number, "26.87"), "还差 26.78 元，不能到账 26.87 元");
        refused(() -> remitting.book(number), "部分到账");
        remitting.arrive(number, "26.78");
        assertThat(state(number)).isEqualTo("ARRIVED");
        assertThat(payment().stage()).isEqualTo(PaymentStage.IN_FUND_ACCOUNT);
        assertThat(payment().arrivedOn()).isEqualTo(area.today());
        assertThat(arrivals.expected(number)).isEmpty();
        refused(
                () -> service.discard(number, remitting.version("remittance_slip", number.value()), "晚了", area.clerk()),
                "已到账");

        remitting.giveBack(number, "126.78");
        assertThat(state(number)).isEqualTo("SUBMITTED");
        assertThat(payment().stage()).isEqualTo(PaymentStage.RECEIVED);
        refused(() -> remitting.giveBack(number, "1"), "已提交");
    }

    @Test
    void theDistrictBooksEachReceiptToItsHouseholdOnce() {
        SlipNumber number = remitting.arrived();
        assertThat(remitting.held(world.clerk())).containsExactly("0.00 0.00 126.78 0.00");

        EntryNumber entry = remitting.book(number);

        assertThat(register.get(number, area.clerk()).entry()).isEqualTo(entry.value());
        assertThat(remitting.booked()).isEqualTo("126.78");
        assertThat(remitting.held(world.clerk())).isEmpty();
        assertThat(payment().stage()).isEqualTo(PaymentStage.BOOKED);
        assertThat(payment().bookedOn()).isEqualTo(area.today());
        refused(() -> remitting.book(number), "已入账");
        refused(() -> remitting.giveBack(number, "1"), "已入账");
    }

    @Test
    void whoMatchedItDoesNotBookItNorDoesAnotherDistrictOrTheCompany() {
        SlipNumber number = remitting.submitted();
        remitting.arrive(number, "126.78", world.clerk());

        refused(() -> remitting.book(number), "入账须由另一位操作员办理");
        for (CurrentUser other : List.of(
                world.clerkElsewhere(),
                area.clerk(),
                world.municipal(),
                world.personOf(area.managed().company()))) {
            assertThatThrownBy(() -> remitting.book(number, other)).isInstanceOf(NotFound.class);
        }
        remitting.book(number, world.anotherClerkOf(world.district().id()));
    }

    @Test
    void whatIsBookedIsReversedByTheDistrictInTheBooksToo() {
        remitting.book(remitting.arrived());
        reversals.propose(receipt, "登记错户", area.clerk());

        refused(() -> reversals.confirm(receipt, area.proposal(receipt), area.colleague()), "由所属的区中心决定");
        assertThatThrownBy(() -> reversals.confirm(receipt, area.proposal(receipt), world.clerkElsewhere()))
                .isInstanceOf(NotFound.class);
        reversals.confirm(receipt, area.proposal(receipt), world.clerk());

        assertThat(remitting.booked()).isEqualTo("104.38");
        assertThat(payment().stage()).isNull();
        assertThat(remitting.held(world.clerk())).isEmpty();
    }

    @Test
    void whatIsNotBookedTheDistrictDoesNotReverse() {
        reversals.propose(receipt, "登记错户", area.clerk());

        refused(() -> reversals.confirm(receipt, area.proposal(receipt), world.clerk()), "由收取单位的另一位操作员确认");
    }

    @Test
    void aSlipIsSeenByItsCompanyItsOfficeItsDistrictAndTheCity() {
        SlipNumber number = remitting.drafted(remitting.confirmed());
        CollectedArea other = CollectedArea.named("旁缴苑", world, context);
        CurrentUser company = world.personOf(area.managed().company());

        assertThat(register.get(number, area.clerk()).hands()).isTrue();
        assertThat(register.get(number, company).hands()).isTrue();
        for (CurrentUser stranger : List.of(
                world.clerk(),
                world.municipal(),
                other.clerk(),
                world.personOf(area.managed().committee()))) {
            assertThatThrownBy(() -> register.get(number, stranger)).isInstanceOf(NotFound.class);
        }
        service.submit(number, 0, company);
        assertThat(register.get(number, world.clerk()).books()).isTrue();
        assertThat(register.get(number, world.municipal()).books()).isFalse();
        assertThatThrownBy(() -> register.get(number, world.clerkElsewhere())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> service.discard(number, 1, "别人的", world.clerk()))
                .isInstanceOf(NotFound.class);
    }
}
