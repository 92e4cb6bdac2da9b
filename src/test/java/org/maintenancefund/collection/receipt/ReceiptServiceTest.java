package org.maintenancefund.collection.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What receipts pay, what is left of them, what can't be recorded, and how they are taken back. */
@IntegrationTest
@Transactional
class ReceiptServiceTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    ReceiptService service;

    @Autowired
    ReversalService reversals;

    @Autowired
    ReceiptRegister receipts;

    @Autowired
    JdbcClient jdbc;

    private CollectedArea area;
    private UnitId flat;

    @BeforeEach
    void anAreaWithTwoMonthsBilled() {
        area = CollectedArea.named("收讫苑", world, context);
        flat = area.flat("101");
        area.bill(area.first());
        area.bill(area.thisMonth());
    }

    @AfterEach
    void nothingIsLostOrDoubled() {
        assertThat(area.violations()).isEmpty();
    }

    private ReceiptView view(ReceiptNumber number) {
        return receipts.get(number, area.clerk()).receipt();
    }

    private String open(YearMonth month, String amount) {
        return month + " " + amount;
    }

    private static NewReceipt with(NewReceipt told, List<YearMonth> months, String externalNumber) {
        return new NewReceipt(
                told.unit(),
                told.amount(),
                told.day(),
                told.way(),
                told.from(),
                told.payer(),
                months,
                externalNumber,
                told.note());
    }

    // ---- what it pays

    @Test
    void aPaymentPaysTheEarliestMonthFirst() {
        ReceiptNumber number = area.receive(area.payment(flat, "30"));

        assertThat(area.open(flat)).containsExactly(open(area.thisMonth(), "14.80"));
        assertThat(view(number).paid())
                .extracting(paid -> paid.month() + " " + paid.amount() + " " + paid.formula())
                .containsExactly(
                        area.first() + " 22.40 89.58 ㎡ × 0.25 元/㎡·月", area.thisMonth() + " 7.60 89.58 ㎡ × 0.25 元/㎡·月");
        assertThat(view(number).left()).isEqualTo(Money.ZERO);
        assertThat(number.value()).startsWith("SK" + area.today().toString().replace("-", "") + "-");
    }

    @Test
    void theMonthsThatThePayerNamesArePaidFirst() {
        ReceiptNumber number = area.receive(with(area.payment(flat, "20"), List.of(area.thisMonth()), null));

        assertThat(area.open(flat)).containsExactly(open(area.first(), "22.40"), open(area.thisMonth(), "2.40"));
        assertThat(view(number).paid()).hasSize(1);
    }

    @Test
    void whatNamedMonthsLeaveOverPaysTheEarliestOthersAndThenIsLeft() {
        area.receive(with(area.payment(flat, "40"), List.of(area.thisMonth()), null));
        assertThat(area.open(flat)).containsExactly(open(area.first(), "4.80"));

        area.receive(with(area.payment(flat, "10"), List.of(area.first()), null));
        assertThat(area.open(flat)).isEmpty();
        assertThat(area.prepaid(flat)).hasToString("5.20");
    }

    @Test
    void aMonthThatIsNotOpenCantBeNamed() {
        area.receive(area.payment(flat, "22.40"));

        refused(
                () -> area.receive(with(area.payment(flat, "5"), List.of(area.first()), null)),
                area.first() + " 没有待缴的金额，请刷新后重新选择");
        refused(
                () -> area.receive(
                        with(area.payment(flat, "5"), List.of(area.thisMonth().plusMonths(1)), null)),
                area.thisMonth().plusMonths(1) + " 没有待缴的金额，请刷新后重新选择");
    }

    @Test
    void severalPaymentsComeToTheSameAsOneOfTheirSum() {
        UnitId other = area.flat("102");
        area.bill(area.first());
        area.bill(area.thisMonth());
        area.receive(area.payment(flat, "50"));
        for (String part : List.of("1", "21.40", "0.01", "9.99", "17.60")) {
            area.receive(area.payment(other, part));
        }

        assertThat(area.open(other)).isEqualTo(area.open(flat)).isEmpty();
        assertThat(area.prepaid(other)).isEqualTo(area.prepaid(flat)).hasToString("5.20");
    }

    @Test
    void whatIsLeftIsTakenByTheNextRunTheFirstReceivedFirst() {
        UnitId ahead = area.flat("201");
        NewReceipt before = area.payment(ahead, "10");
        ReceiptNumber first = area.receive(before);
        ReceiptNumber second = area.receive(area.payment(ahead, "40"));

        area.bill(area.first());

        assertThat(view(first).paid()).extracting(ReceiptView.PaidMonth::amount).containsExactly(new Money(10_00));
        assertThat(view(second).paid())
                .extracting(ReceiptView.PaidMonth::amount)
                .containsExactly(new Money(12_40));
        assertThat(area.open(ahead)).isEmpty();
        assertThat(area.prepaid(ahead)).hasToString("27.60");

        area.bill(area.thisMonth());
        assertThat(area.prepaid(ahead)).hasToString("5.20");
        assertThat(view(second).paid()).hasSize(2);
    }

    @Test
    void whatIsLeftOfAUnitPaysNobodyElsesBill() {
        UnitId ahead = area.flat("201");
        area.receive(area.payment(ahead, "100"));
        UnitId other = area.flat("202");

        area.bill(area.first());

        assertThat(area.open(other)).containsExactly(open(area.first(), "22.40"));
        assertThat(area.prepaid(ahead)).hasToString("77.60");
    }

    // ---- what can't be

    private static void refused(ThrowingCallable what, String sentence) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(Messages.of(refusal.reason())).isEqualTo(sentence));
    }

    private NewReceipt on(LocalDate day) {
        NewReceipt told = area.payment(flat, "10");
        return new NewReceipt(
                told.unit(), told.amount(), day, told.way(), told.from(), told.payer(), List.of(), null, "");
    }

    @Test
    void aDayToComeIsRefused() {
        refused(
                () -> area.receive(on(area.today().plusDays(1))),
                "收款日期 " + area.today().plusDays(1) + " 还没有到");
    }

    @Test
    void aDayOutsideOfTheMandateIsRefused() {
        String allowed = "（" + area.today().minusYears(1) + " 至 " + area.today().plusMonths(11) + "），不能登记";

        refused(
                () -> area.receive(on(area.today().minusYears(1).minusDays(1))),
                "收款日期 " + area.today().minusYears(1).minusDays(1) + " 不在贵单位的收取授权期内" + allowed);
    }

    @Test
    void aDayOfTheMandateIsKeptAndLandsInItsMonth() {
        ReceiptNumber number = area.receive(on(area.first().atDay(3)));

        assertThat(view(number).receivedOn()).isEqualTo(area.first().atDay(3));
        assertThat(view(number).period()).isEqualTo(area.first());
    }

    @Test
    void aUnitOfAnotherAreaIsRefused() {
        CollectedArea other = CollectedArea.named("邻苑", world, context);
        UnitId strange = other.flat("101");
        String number = jdbc.sql("SELECT number FROM unit WHERE id = :id")
                .param("id", strange.value())
                .query(String.class)
                .single();

        refused(() -> area.receive(area.payment(strange, "10")), "户号 " + number + " 不在收讫苑，请到它所在的小区登记");
    }

    @Test
    void onlyWhoCollectsTodayRecords() {
        for (CurrentUser reader : List.of(
                world.personOf(area.managed().committee()),
                world.clerk(),
                world.municipal(),
                CollectedArea.named("邻苑", world, context).clerk())) {
            assertThatThrownBy(() -> area.receive(area.payment(flat, "10"), reader))
                    .as(reader.role().name())
                    .isInstanceOf(NotFound.class);
        }
        area.endMandate(area.today().minusDays(1));
        assertThatThrownBy(() -> area.receive(area.payment(flat, "10"))).isInstanceOf(NotFound.class);
    }

    @Test
    void theCompanyOfTheOfficeRecordsToo() {
        ReceiptNumber number =
                area.receive(area.payment(flat, "10"), area.managed().ofCompany());

        assertThat(view(number).organisation()).isEqualTo("收讫苑管理处");
    }

    @Test
    void theSameExternalNumberIsRefusedUntilItsReceiptIsReversed() {
        ReceiptNumber first = area.receive(with(area.payment(flat, "10"), List.of(), "WX-20260001"));

        refused(
                () -> area.receive(with(area.payment(flat, "12"), List.of(), "WX-20260001")),
                "外部流水号 WX-20260001 已登记过（" + first + "），同一笔款项只登记一次");

        area.reverse(first);
        assertThat(area.receive(with(area.payment(flat, "10"), List.of(), "WX-20260001")))
                .isNotEqualTo(first);
    }

    // ---- what is asked

    @Test
    void whatIsAskedIsNotRecordedUntilThoseVeryDoubtsAreAnswered() {
        NewReceipt told = area.payment(flat, "448");

        ReceiptService.Received asked = service.receive(area.id(), told, doubts -> false, area.clerk());

        assertThat(asked.number()).isNull();
        assertThat(asked.doubts()).extracting(Messages::of).containsExactly("金额 448.00 元正好是 44.80 元的 10 倍，请核对小数点");
        assertThat(area.figures()).containsExactly("44.80", "0.00", "0.00", "44.80", "0.00");
        assertThat(service.receive(area.id(), told, asked.doubts()::equals, area.clerk())
                        .number())
                .isNotNull();
    }

    // ---- taken back

    @Test
    void aReversalIsTheExactNegativeAndOpensTheMonthsAgain() {
        ReceiptNumber number = area.receive(area.payment(flat, "30"));

        ReceiptNumber negative = area.reverse(number);

        assertThat(area.open(flat)).containsExactly(open(area.first(), "22.40"), open(area.thisMonth(), "22.40"));
        assertThat(view(number).state()).isEqualTo(ReceiptState.REVERSED);
        assertThat(view(number).reversedBy()).isEqualTo(negative);
        assertThat(view(number).paid()).isEmpty();
        assertThat(view(negative).amount()).isEqualTo(new Money(-30_00));
        assertThat(view(negative).reverses()).isEqualTo(number);
        assertThat(view(negative).receivedOn()).isEqualTo(area.today());
        assertThat(view(negative).note()).isEqualTo("登记错户");
        assertThat(area.figures()).containsExactly("44.80", "0.00", "0.00", "44.80", "0.00");
    }

    @Test
    void reversedAndRecordedAnewTheBalancesAreTheSame() {
        area.receive(area.payment(flat, "20"));
        ReceiptNumber number = area.receive(area.payment(flat, "50"));
        List<String> before = area.figures();

        area.reverse(number);
        assertThat(area.open(flat)).containsExactly(open(area.first(), "2.40"), open(area.thisMonth(), "22.40"));
        area.receive(area.payment(flat, "50"));

        assertThat(area.figures()).isEqualTo(before);
        assertThat(area.prepaid(flat)).hasToString("25.20");
    }

    @Test
    void whatIsLeftOfOtherReceiptsPaysWhatAReversalOpens() {
        ReceiptNumber number = area.receive(area.payment(flat, "44.80"));
        area.receive(area.payment(flat, "30"));

        area.reverse(number);

        assertThat(area.open(flat)).containsExactly(open(area.thisMonth(), "14.80"));
        assertThat(area.prepaid(flat)).isEqualTo(Money.ZERO);
    }

    @Test
    void theSamePersonDoesNotConfirmAndADecidedOneIsDecided() {
        ReceiptNumber number = area.receive(area.payment(flat, "30"));
        reversals.propose(number, "登记错户", area.clerk());
        UUID proposal = area.proposal(number);

        refused(() -> reversals.confirm(number, proposal, area.clerk()), "冲正须由另一位操作员确认，提出的人不能自己确认");
        refused(() -> reversals.propose(number, "再来一次", area.colleague()), "这笔收款已有人提出冲正，正在等待确认");
        reversals.reject(number, proposal, area.colleague());
        refused(() -> reversals.confirm(number, proposal, area.colleague()), "这件冲正不同意，请刷新后再看");
        assertThat(view(number).state()).isEqualTo(ReceiptState.VALID);

        reversals.propose(number, "确实登记错户", area.colleague());
        assertThatThrownBy(() -> reversals.confirm(number, UUID.randomUUID(), area.clerk()))
                .isInstanceOf(StaleVersion.class);
        reversals.confirm(number, area.proposal(number), area.clerk());
        refused(() -> reversals.propose(number, "又一次", area.clerk()), number + " 已冲正");
    }

    @Test
    void aReversalIsNotReversed() {
        ReceiptNumber negative = area.reverse(area.receive(area.payment(flat, "30")));

        refused(() -> reversals.propose(negative, "冲回来", area.clerk()), "冲正本身不能再冲正或补记，请重新登记收款");
    }

    @Test
    void whoseMoneyItIsNotTakesNothingBack() {
        ReceiptNumber number = area.receive(area.payment(flat, "30"));
        CurrentUser stranger = CollectedArea.named("邻苑", world, context).clerk();

        assertThatThrownBy(() -> reversals.propose(number, "登记错户", stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> reversals.propose(number, "登记错户", world.clerk()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theNumberOfTheStatesPaperIsRecordedAndTakenOffByWhoSawTheReceiptAsItIs() {
        ReceiptNumber number = area.receive(area.payment(flat, "30"));

        service.recordFiscalNumber(number, view(number).version(), "3301-118", area.clerk());
        assertThat(view(number).fiscalNumber()).isEqualTo("3301-118");
        assertThatThrownBy(() -> service.recordFiscalNumber(number, 0, "3301-119", area.colleague()))
                .isInstanceOf(StaleVersion.class);
        service.recordFiscalNumber(number, view(number).version(), null, area.colleague());
        assertThat(view(number).fiscalNumber()).isNull();
    }

    @Test
    void whatDoesNotAddUpIsFoundEveryNight() {
        ReceiptNumber number = area.receive(area.payment(flat, "30"));
        InvariantService invariants = context.getBean(InvariantService.class);
        assertThat(invariants.violations()).isEmpty();

        String change = "UPDATE receipt_allocation a SET amount = a.amount %s FROM receipt r"
                + " WHERE r.id = a.receipt_id AND r.number = :number AND a.period = :period";
        for (String fen : List.of("+ 1", "- 1")) {
            jdbc.sql(change.formatted(fen))
                    .param("number", number.value())
                    .param("period", area.first().atDay(1))
                    .update();
            if (fen.equals("+ 1")) {
                assertThat(invariants.violations())
                        .extracting(broken -> broken.invariant().name())
                        .contains("receipt-allocated", "bill-allocated");
            }
        }
    }

    @Test
    void aPaymentForAUnitWithoutBillsIsAllLeft() {
        UnitId parking = area.unit(AUnit.at("2 栋", "001").unsold());

        ReceiptNumber number = area.receive(area.payment(parking, "100"));

        assertThat(view(number).left()).hasToString("100.00");
    }
}
