package org.maintenancefund.collection.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.receipt.ReversalService;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.Transactional;

/** 缴存申报: all that a company received in an area up to a day, once, by two people. */
@IntegrationTest
@Transactional
class DeclarationServiceTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    DeclarationService service;

    @Autowired
    DeclarationRegister register;

    @Autowired
    ReversalService reversals;

    @Autowired
    InvariantService invariants;

    private Remitting remitting;
    private CollectedArea area;
    private ReceiptNumber first;
    private ReceiptNumber second;

    @BeforeEach
    void anAreaWithTwoReceipts() {
        remitting = Remitting.named("申报苑", world, context);
        area = remitting.area();
        first = area.receive(area.payment(area.flat("101"), "22.40"));
        second = area.receive(area.payment(area.flat("102"), "50"));
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

    private DeclarationView view(DeclarationNumber number) {
        return register.get(number, area.clerk());
    }

    @Test
    void allReceiptsUpToTheDayAreDeclaredAndAnotherPersonConfirms() {
        DeclarationNumber number = remitting.declared();

        assertThat(view(number).receipts()).isEqualTo(2);
        assertThat(view(number).amount()).hasToString("72.40");
        assertThat(remitting.shown()).isEqualTo(new DeclarationService.Shown(0, Money.ZERO));
        refused(() -> service.confirm(number, 0, area.clerk()), "申报的人不能自己确认");
        service.confirm(number, 0, area.colleague());
        assertThat(view(number).state()).isEqualTo(DeclarationState.CONFIRMED);
        assertThatThrownBy(() -> service.confirm(number, 0, area.colleague())).isInstanceOf(StaleVersion.class);
        refused(() -> service.confirm(number, 1, area.colleague()), "已确认");
    }

    @Test
    void whatIsLeftOutWithAWordStaysOutUntilItIsTakenIn() {
        service.leaveOut(area.id(), second, "刷卡还没有到账", area.clerk());
        DeclarationNumber number = remitting.declared();

        assertThat(view(number).amount()).hasToString("22.40");
        assertThat(view(number).leftOut()).isEqualTo(1);
        assertThat(view(number).leftOutAmount()).hasToString("50.00");
        refused(remitting::declared, "没有可以申报的收款");
        service.takeIn(area.id(), second, area.colleague());
        assertThat(view(remitting.declared()).amount()).hasToString("50.00");
        refused(() -> service.leaveOut(area.id(), first, "迟了", area.clerk()), "不在可以申报的收款里");
    }

    @Test
    void whatChangedSinceItWasShownIsNotDeclared() {
        DeclarationService.Shown shown = remitting.shown();
        area.receive(area.payment(area.flat("103"), "5"));

        refused(() -> service.declare(area.id(), area.today(), shown, area.clerk()), "现在是 3 笔 77.40 元");
        assertThatThrownBy(() -> service.declare(area.id(), area.today().plusDays(1), shown, area.clerk()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void takenBackItIsDeclaredAgain() {
        DeclarationNumber number = remitting.confirmed();

        remitting.takeBack(number);

        assertThat(view(number).state()).isEqualTo(DeclarationState.TAKEN_BACK);
        assertThat(view(remitting.declared()).amount()).hasToString("72.40");
        refused(() -> remitting.takeBack(number), "已撤回");
    }

    @Test
    void inASlipItIsNotTakenBack() {
        DeclarationNumber number = remitting.confirmed();
        remitting.drafted(number);

        refused(() -> remitting.takeBack(number), "已编入缴存单");
    }

    @Test
    void whatIsDeclaredIsNotReversedBeforeTheDeclarationIsTakenBack() {
        DeclarationNumber number = remitting.declared();

        refused(() -> reversals.propose(first, "登记错户", area.clerk()), first + " 在缴存申报 " + number + " 中");
        remitting.takeBack(number);
        area.reverse(first);
        assertThat(view(remitting.declared()).amount()).hasToString("50.00");
    }

    @Test
    void whatSomebodyProposesToReverseIsLeftOut() {
        reversals.propose(first, "登记错户", area.clerk());

        assertThat(view(remitting.declared()).amount()).hasToString("50.00");
    }

    @Test
    void aCompanyHandsOverWhatItHoldsAfterItsMandateHasEnded() {
        area.endMandate(area.today().minusDays(1));

        DeclarationNumber number = remitting.confirmed();
        SlipNumber slip = remitting.submitted(number);
        remitting.arrive(slip, "72.40");
        remitting.book(slip);

        assertThat(remitting.booked()).isEqualTo("72.40");
        assertThat(remitting.held(world.clerk())).isEmpty();
    }

    @Test
    void theCompanyAndItsOfficeAreOneAndNobodyElseSeesIt() {
        CurrentUser company = world.personOf(area.managed().company());
        DeclarationNumber number = remitting.declared();

        service.confirm(number, 0, company);

        CollectedArea other = CollectedArea.named("别家苑", world, context);
        for (CurrentUser stranger : List.of(
                other.clerk(),
                world.personOf(other.managed().company()),
                world.clerkElsewhere(),
                world.personOf(area.managed().committee()))) {
            assertThatThrownBy(() -> register.get(number, stranger)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> service.confirm(number, 1, stranger)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> service.declare(area.id(), area.today(), remitting.shown(), stranger))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(register.get(number, world.clerk()).declares()).isFalse();
        assertThat(register.get(number, world.municipal()).declares()).isFalse();
    }
}
