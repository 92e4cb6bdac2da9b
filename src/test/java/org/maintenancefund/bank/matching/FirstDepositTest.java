package org.maintenancefund.bank.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.Pages;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 首期归集 comes to the households that are listed, and 误入账 goes back by the line that sends it back. */
class FirstDepositTest extends MatchedAccount {

    @Autowired
    Pages pages;

    private UnitId other;
    private String address;

    @BeforeEach
    void twoHouseholdsAndOneTransfer() {
        other = area.flat("102");
        file.in(today, "300.00", "某开发公司", "6227000000001111", "首期归集");
        kept();
        address = "/bank/lines/" + line(1).id();
    }

    private String number(UnitId unit) {
        return jdbc.sql("SELECT number FROM unit WHERE id = :unit")
                .param("unit", unit.value())
                .query(String.class)
                .single();
    }

    private long balance(UnitId unit) {
        return jdbc.sql("SELECT coalesce(sum(balance), 0) FROM household_balance WHERE unit_id = :unit")
                .param("unit", unit.value())
                .query(Long.class)
                .single();
    }

    private MvcTestResult typed(String households) {
        return pages.post(address + "/assign", clerk, Map.of("kind", "FIRST_DEPOSIT", "households", households));
    }

    private void refused(String households, String sentence) {
        MvcTestResult sent = typed(households);
        assertThat(sent).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(Pages.parse(sent).select(".error-summary li").text()).contains(sentence);
        assertThat(Pages.parse(sent).select("#households").val().strip()).isEqualTo(households.strip());
    }

    @Test
    void whatDoesNotComeToTheLineIsRefusedWithItsLine() {
        refused("", "首期归集请填写各户金额");
        refused("一户三百元", "第 1 行分不出户号和金额");
        refused(number(flat) + "\t三百", "第 1 行的金额“三百”不是金额");
        refused(number(flat) + " 100\nDH-99999-00001 200", "第 2 行：没有户号 DH-99999-00001");
        refused(number(flat) + " 100\n" + number(flat) + " 200", "第 2 行的户号");
        refused(number(flat) + " 100.00\n" + number(other) + " 199.00", "所填 2 户合计 299.00 元，这笔流水是 300.00 元，相差 1.00 元");
        UnitId elsewhere = CollectedArea.named("另存苑", world, context).flat("101");
        refused(
                number(flat) + " 100.00\n" + number(elsewhere) + " 200.00",
                "户号 " + number(elsewhere) + " 所在小区的资金在 " + today + " 不存放在这个专户");
        assertThat(state(1)).isEqualTo("PENDING OPEN");
    }

    @Test
    void comesToItsHouseholdsOnceAnotherPersonConfirmsAndLeavesThemAgainByTwo() {
        assertThat(typed(number(flat) + "\t100.00\n\n" + number(other) + "，200"))
                .hasStatus(303);
        assertThat(pages.open(address, colleague).select("tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("1 栋 101", "100.00"))
                .anySatisfy(row -> assertThat(row).contains("1 栋 102", "200.00"));
        assertThat(balance(flat)).isZero();
        service.confirm(live(1).id(), colleague);

        assertThat(balance(flat)).isEqualTo(100_00);
        assertThat(balance(other)).isEqualTo(200_00);
        assertThat(ledger("UNALLOCATED")).isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM receipt WHERE area_id = :area")
                        .param("area", area.id().value())
                        .query(Long.class)
                        .single())
                .as("no payment of bills")
                .isZero();
        assertThat(service.undo(live(1).id(), "名册有误", clerk)).isFalse();
        service.confirmUndo(live(1).id(), colleague);
        assertThat(balance(flat)).isZero();
        assertThat(balance(other)).isZero();
        assertThat(ledger("UNALLOCATED")).isEqualTo(-300_00);
    }

    @Test
    void isNotBookedWhereTheMoneyOfTheCommunityWasMovedMeanwhile() {
        assertThat(typed(number(flat) + " 300.00")).hasStatus(303);
        keptIn(accounts.confirmed("62270000779901", "0"));

        assertThatThrownBy(() -> service.confirm(live(1).id(), colleague))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(Messages.of(refusal.reason())).contains("不存放在这个专户"));
        assertThat(balance(flat)).isZero();
        keptIn(account);
    }

    private void keptIn(FundAccountId other) {
        assertThat(jdbc.sql("UPDATE fund_account_area SET account_id = :other WHERE area_id = :area")
                        .param("other", other.value())
                        .param("area", area.id().value())
                        .update())
                .isEqualTo(1);
    }

    @Test
    void theDatabaseConfirmsNoListThatDoesNotComeToTheLine() {
        service.propose(
                line(1).id(),
                new NewAssignment(
                        BankLineKind.FIRST_DEPOSIT,
                        List.of(),
                        null,
                        List.of(),
                        List.of(new HouseholdShare(flat, new Money(300_00))),
                        null,
                        ""),
                clerk);
        jdbc.sql("UPDATE bank_assignment_unit SET amount = 1 WHERE assignment_id = :id")
                .param("id", live(1).id())
                .update();

        assertThatThrownBy(() -> service.confirm(live(1).id(), colleague))
                .hasMessageContaining("don't come to its line");
        assertThat(invariants.violations())
                .extracting(violation -> violation.invariant().name())
                .containsExactly("bank-units-sum");
        jdbc.sql("UPDATE bank_assignment_unit SET amount = 30000 WHERE assignment_id = :id")
                .param("id", live(1).id())
                .update();
        service.confirm(live(1).id(), colleague);
        assertThat(balance(flat)).isEqualTo(300_00);
    }

    @Test
    void whatCameByMistakeGoesBackByTheLineThatSendsItBack() {
        decided(1, kind(BankLineKind.MISTAKEN));
        assertThat(ledger("UNALLOCATED")).isEqualTo(-300_00);
        file.out(today, "300.00", "某开发公司", "退回误入款项");
        kept();
        String out = "/bank/lines/" + line(2).id();
        assertThat(pages.open(out, clerk).select("#returned option").eachText())
                .anySatisfy(option -> assertThat(option).contains("误入账", "300.00"));
        assertThat(pages.post(
                        out + "/assign",
                        clerk,
                        Map.of("kind", "RETURNED", "returned", line(1).id().toString())))
                .hasStatus(303);
        service.confirm(live(2).id(), colleague);

        assertThat(ledger("UNALLOCATED")).isZero();
        assertThat(ledger("BANK")).isEqualTo(100_00);
        assertThat(state(1)).isEqualTo("RETURNED SETTLED");
        assertThat(state(2)).isEqualTo("RETURNED SETTLED");
        assertThat(pages.open(address, clerk).select("main").text()).contains("误入账", "已撤销");
    }
}
