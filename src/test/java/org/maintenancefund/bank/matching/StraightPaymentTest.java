package org.maintenancefund.bank.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.billing.SeenMonths;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.receipt.ReceiptSummary;
import org.maintenancefund.collection.receipt.ReversalService;
import org.maintenancefund.disclosure.LookUpCodes;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.Pages;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitLookup;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** 业主直缴: a receipt that no company holds, which pays the household's months and goes as it came, with its line. */
class StraightPaymentTest extends MatchedAccount {

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @BeforeEach
    void twoMonthsBilled() {
        area.bill(area.first());
        area.bill(area.thisMonth());
    }

    private void ownerPaid(String amount, YearMonth... months) {
        file.in(today, amount, "王建国", "6228480000012345678", "1栋101");
        kept();
        decided(1, owner(months));
    }

    private NewAssignment owner(YearMonth... months) {
        return new NewAssignment(BankLineKind.OWNER_PAYMENT, List.of(), flat, List.of(months), List.of(), null, "");
    }

    private ReceiptNumber receipt() {
        return new ReceiptNumber(jdbc.sql("SELECT number FROM receipt WHERE unit_id = :unit AND reverses IS NULL")
                .param("unit", flat.value())
                .query(String.class)
                .single());
    }

    private long held() {
        return jdbc.sql("SELECT count(*) FROM held_since WHERE area_id = :area")
                .param("area", area.id().value())
                .query(Long.class)
                .single();
    }

    private static void refused(ThrowingCallable act, String sentence) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(Messages.of(refusal.reason())).contains(sentence));
    }

    @Test
    void paysTheEarliestMonthsAndLeavesTheRestAsPrepaid() {
        ownerPaid("30.00");

        assertThat(area.open(flat)).containsExactly(area.thisMonth() + " 14.80");
        assertThat(ledger("HOUSEHOLD")).isEqualTo(-30_00);
        assertThat(ledger("UNALLOCATED")).isZero();
        file.in(today, "20.00", "王建国", "6228480000012345678", "1栋101");
        kept();
        decided(2, owner());
        assertThat(area.open(flat)).isEmpty();
        assertThat(area.prepaid(flat)).isEqualTo(new Money(5_20));
    }

    @Test
    void paysTheMonthsThatAreNamedFirst() {
        ownerPaid("22.40", area.thisMonth());

        assertThat(area.open(flat)).containsExactly(area.first() + " 22.40");
        assertThat(LinePages.summary(live(1), context.getBean(UnitLookup.class)))
                .anySatisfy(row ->
                        assertThat(row.toString()).contains(area.thisMonth().toString()));
    }

    @Test
    void isNotProposedForAMonthOfWhichNothingIsOpen() {
        file.in(today, "22.40", "王建国", "", "1栋101");
        kept();

        refused(
                () -> service.propose(line(1).id(), owner(area.thisMonth().plusMonths(1)), clerk),
                area.thisMonth().plusMonths(1).toString());
        assertThat(state(1)).isEqualTo("PENDING OPEN");
    }

    @Test
    void isHeldByNobodyAndNoPartOfTheCompanysDay() {
        ownerPaid("30.00");
        assertThat(held()).isZero();
        ReceiptSummary summary = context.getBean(ReceiptSummary.class);
        assertThat(summary.of(area.id(), today, SeenMonths.ALL).total().receipts())
                .isZero();

        area.receive(area.payment(flat, "10.00"));
        assertThat(held()).isEqualTo(1);
        assertThat(summary.of(area.id(), today, SeenMonths.ALL).total().received())
                .isEqualTo(new Money(10_00));
        assertThat(jdbc.sql(
                                "SELECT sum(amount) FROM receipt WHERE area_id = :area AND enterprise_id IS NOT NULL AND NOT declared")
                        .param("area", area.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(10_00);
    }

    @Test
    void isTakenBackByTwoPeopleOfTheCentreAndItsMonthsAreOpenAgain() {
        ownerPaid("30.00");
        String live = live(1).id().toString();

        assertThat(service.undo(live(1).id(), "认错了户", colleague)).isFalse();
        assertThat(state(1)).isEqualTo("OWNER_PAYMENT SETTLED");
        refused(() -> service.undo(live(1).id(), "再说一次", clerk), "不能撤销");
        refused(() -> service.confirmUndo(live(1).id(), colleague), "撤销须由另一位经办人员确认");
        service.confirmUndo(java.util.UUID.fromString(live), clerk);

        assertThat(state(1)).isEqualTo("PENDING OPEN");
        assertThat(area.open(flat)).containsExactly(area.first() + " 22.40", area.thisMonth() + " 22.40");
        assertThat(ledger("HOUSEHOLD")).isZero();
        assertThat(ledger("UNALLOCATED")).isEqualTo(-30_00);
        decided(1, owner());
        assertThat(area.open(flat)).containsExactly(area.thisMonth() + " 14.80");
    }

    @Test
    void isLeftAsItIsWhereTheSecondPersonDoesNotAgree() {
        ownerPaid("30.00");
        service.undo(live(1).id(), "认错了户", colleague);
        service.rejectUndo(live(1).id(), clerk);

        assertThat(live(1).undoAsked()).isNull();
        assertThat(area.open(flat)).containsExactly(area.thisMonth() + " 14.80");
        refused(() -> service.confirmUndo(live(1).id(), clerk), "没有等待确认的撤销");
    }

    @Test
    void goesWithTheMoneyThatIsSentBackWhoeverHasAskedForItBefore() {
        ownerPaid("30.00");
        service.undo(live(1).id(), "认错了户", colleague);
        file.out(today, "30.00", "王建国", "退票");
        kept();
        decided(2, new NewAssignment(BankLineKind.RETURNED, List.of(), null, line(1).id(), ""));

        assertThat(state(1)).isEqualTo("RETURNED SETTLED");
        assertThat(area.open(flat)).hasSize(2);
        assertThat(ledger("HOUSEHOLD")).isZero();
        assertThat(ledger("UNALLOCATED")).isZero();
    }

    @Test
    void isSeenByTheCompanyWhichHasNoReceiptOfItAndCanNotReverseIt() {
        ownerPaid("30.00");
        String address = "/collection/receipts/" + receipt();
        Document page = pages.open(address, area.clerk());

        assertThat(page.select("main").text()).contains("业主直缴，直接转入专户", "已入分户账", "王建国", "转账");
        assertThat(page.select("main a, main button").eachText())
                .doesNotContain("打印收据", "冲正")
                .contains("缴款证明");
        assertThat(page.select("form[action$=fiscal]")).isEmpty();
        assertThat(Pages.parse(pages.get(address + "/paper", area.clerk())).text())
                .contains("没有收取单位的收据");
        refused(() -> context.getBean(ReversalService.class).propose(receipt(), "登记错户", area.clerk()), "由业主直接转入专户");
        assertThat(pages.open("/units/" + flat, area.clerk()).select("main").text())
                .contains(receipt().value());
        assertThat(pages.open("/collection/receipts/areas/" + area.id(), area.clerk())
                        .select("tbody tr")
                        .text())
                .contains(receipt().value());
        assertThat(pages.post("/papers/receipts/" + receipt(), area.clerk(), Map.of()))
                .hasStatus(303);
        service.undo(live(1).id(), "认错了户", colleague);
        service.confirmUndo(live(1).id(), clerk);
        assertThat(pages.open(address, area.clerk())
                        .select(".identity-bar .tag")
                        .text())
                .isEqualTo("已冲正");
    }

    @Test
    void isShownToItsHouseholdWithoutTheStageOfACompany() {
        ownerPaid("30.00");
        FoundUnit unit = context.getBean(UnitLookup.class).get(flat);
        String code = context.getBean(LookUpCodes.class)
                .issue(flat, null, area.clerk())
                .grouped();
        Document page = Pages.parse(mvc.post()
                .uri("/fund")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("number", unit.number())
                .param("code", code)
                .exchange());

        assertThat(page.select(".payment").text()).contains("30.00 元", receipt().value(), "王*国，转账，直接转入专户");
        assertThat(page.select(".payment-stages strong").eachText()).containsExactly("应收", "已到专户", "已入分户账");
        assertThat(page.select(".payment-stages span").eachText())
                .containsExactly(area.first() + "、" + area.thisMonth(), today.toString(), today.toString());
        assertThat(page.select(".payment-stages li.reached")).hasSize(3);
    }

    @Test
    void isTypedConfirmedAndTakenBackOnThePagesOfItsLine() {
        file.in(today, "30.00", "王建国", "6228480000012345678", "1栋101");
        kept();
        String address = "/bank/lines/" + line(1).id();
        String unit = jdbc.sql("SELECT number FROM unit WHERE id = :unit")
                .param("unit", flat.value())
                .query(String.class)
                .single();
        var wrong =
                pages.post(address + "/assign", clerk, Map.of("kind", "OWNER_PAYMENT", "unit", unit, "months", "前年"));
        assertThat(wrong).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(wrong).select(".error-summary li").text()).contains("月份写得不清楚");
        assertThat(Pages.parse(wrong).select("#months").val()).isEqualTo("前年");
        assertThat(pages.post(
                        address + "/assign",
                        clerk,
                        Map.of(
                                "kind",
                                "OWNER_PAYMENT",
                                "unit",
                                unit,
                                "months",
                                area.thisMonth().toString())))
                .hasStatus(303);
        String proposal =
                pages.open(address, colleague).select("input[name=assignment]").val();
        assertThat(pages.post(address + "/confirm", colleague, Map.of("assignment", proposal)))
                .hasStatus(303);
        assertThat(area.open(flat)).containsExactly(area.first() + " 14.80");

        Document booked = pages.open(address, clerk);
        assertThat(booked.select("form[action$=undo] button").text()).isEqualTo("申请撤销认定");
        pages.post(address + "/undo", clerk, Map.of("assignment", proposal, "reason", "认错了户"));
        assertThat(pages.open(address, clerk)
                        .select("form[action$='undo/confirm'] button")
                        .eachText())
                .containsExactly("不撤销");
        Document other = pages.open(address, colleague);
        assertThat(other.select("main").text()).contains("申请撤销这件认定，原因：认错了户");
        assertThat(pages.post(address + "/undo/confirm", colleague, Map.of("assignment", proposal)))
                .hasStatus(303);
        assertThat(area.open(flat)).hasSize(2);
        assertThat(pages.open(address, clerk).select(".identity-bar .tag").text())
                .isEqualTo("待处理");
    }

    @Test
    void theDatabaseKnowsThatNobodyHoldsOrDeclaresIt() {
        ownerPaid("30.00");

        for (var broken : Map.of(
                        "declared = true", "ck_receipt_straight_declared",
                        "fiscal_number = '票1'", "ck_receipt_straight_fiscal",
                        "mandate_id = id", "a receipt is never changed",
                        "entry = NULL", "a receipt is never changed")
                .entrySet()) {
            assertThatThrownBy(() -> jdbc.sql("UPDATE receipt SET " + broken.getKey() + " WHERE number = :number")
                            .param("number", receipt().value())
                            .update())
                    .hasMessageContaining(broken.getValue());
        }
        assertThatThrownBy(() -> jdbc.sql(
                                "INSERT INTO receipt_reversal (id, receipt_id, reason, state, proposed_at, proposed_by, proposed_by_name, version)"
                                        + " SELECT gen_random_uuid(), id, '登记错户', 'PROPOSED', now(), id, '某', 0 FROM receipt WHERE number = :number")
                        .param("number", receipt().value())
                        .update())
                .hasMessageContaining("no company has received");
        assertThatThrownBy(() -> jdbc.sql(
                                "UPDATE bank_assignment SET state = 'UNDONE', undone_at = now(), undone_by = :person,"
                                        + " undone_by_name = '某', undone_reason = '认错', undo_asked_at = now(), undo_asked_by = :person,"
                                        + " undo_asked_by_name = '某', undo_asked_reason = '认错' WHERE id = :id")
                        .param("id", live(1).id())
                        .param("person", clerk.operatorId().value())
                        .update())
                .hasMessageContaining("ck_bank_assignment_undo_two_people");
    }

    @Test
    void aHouseholdWhoseMoneyLiesInAnotherAccountIsRefused() {
        UnitId elsewhere = CollectedArea.named("它存苑", world, context).flat("101");
        file.in(today, "22.40", "王建国", "6228480000012345678", "1栋101");
        kept();

        refused(
                () -> service.propose(
                        line(1).id(),
                        new NewAssignment(BankLineKind.OWNER_PAYMENT, List.of(), elsewhere, null, ""),
                        clerk),
                "不存放在这个专户");
        assertThat(state(1)).isEqualTo("PENDING OPEN");
    }
}
