package org.maintenancefund.bank.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.collection.remittance.SlipNumber;
import org.maintenancefund.difference.DifferenceSource;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.Pages;
import org.springframework.beans.factory.annotation.Autowired;

/** Which slips lines pay: by the system where it is certain, by a proposal where it is likely, else by people. */
class MatchingTest extends MatchedAccount {

    @Autowired
    Pages pages;

    @Test
    void aTransferThatNamesItsSlipAndHasItsAmountIsMatchedByItself() {
        SlipNumber slip = slips.of("100.00", "26.78");
        paid("126.78", "维修资金 " + slip.value().toLowerCase(java.util.Locale.ROOT).replace("-", " "));
        kept();

        assertThat(state(1)).isEqualTo("REMITTANCE SETTLED");
        assertThat(live(1).basis()).isEqualTo(MatchBasis.NUMBER);
        assertThat(slips.state(slip)).isEqualTo("ARRIVED 12678");
    }

    @Test
    void aTransferOfAnotherAmountIsLeftToAPersonWithWhatMayBeWrong() {
        SlipNumber slip = slips.of("100.00", "26.78");
        paid("126.87", slip.value());
        kept();

        assertThat(state(1)).isEqualTo("PENDING OPEN");
        assertThat(slips.state(slip)).isEqualTo("SUBMITTED 0");
        assertThat(hints(1))
                .contains("与缴存单 " + slip + " 的 126.78 元差 0.09 元，可被 9 整除，疑似数字颠倒", "付款账户不是已备案账户：安居物业公司　" + payer);

        // What stands for long, and what names its slip and is off, is a difference.
        assertThat(differences(new AmountsOff())).containsExactly(number + "-1 9");
        assertThat(differences(context.getBean(UnmatchedLines.class))).containsExactly(number + "-1 12687");
    }

    @Test
    void aLineOfTheBankItselfHasNoPayerToAskAbout() {
        file.in(today, "1.25", "", "", "结息");
        kept();

        assertThat(hints(1)).isEmpty();
    }

    @Test
    void whatIsMissingIsToldWhereItIsOneReceipt() {
        SlipNumber slip = slips.of("94.11", "32.67");
        file.in(today, "94.11", "王建国", "6228480000012345678", slip.value());
        kept();

        // 94.11 of 126.78 is a part that may be followed by the rest: proposed, and never taken for granted.
        assertThat(live(1).basis()).isEqualTo(MatchBasis.PART);
        service.reject(live(1).id(), colleague);
        assertThat(hints(1))
                .contains(
                        "比缴存单 " + slip + " 少 32.67 元，恰为 1 栋 101（" + unitNumber() + "） 一笔",
                        "付款人“王建国”像是个人，请核对是不是私人账户付款；维修资金应由缴存单位的账户转入");
    }

    private String unitNumber() {
        return jdbc.sql("SELECT number FROM named_unit WHERE unit_id = :id")
                .param("id", flat.value())
                .query(String.class)
                .single();
    }

    @Test
    void twoSlipsInOneTransferAreMatchedWhereItNamesBoth() {
        SlipNumber one = slips.of("100.00");
        SlipNumber other = slips.of("26.78");
        paid("126.78", one + "、" + other);
        kept();

        assertThat(state(1)).isEqualTo("REMITTANCE SETTLED");
        assertThat(slips.state(one)).isEqualTo("ARRIVED 10000");
        assertThat(slips.state(other)).isEqualTo("ARRIVED 2678");
    }

    @Test
    void oneSlipInTwoTransfersArrivesInTwoParts() {
        SlipNumber slip = slips.of("126.78");
        paid("100.00", slip.value());
        kept();
        assertThat(state(1)).isEqualTo("REMITTANCE PROPOSED");
        assertThat(live(1).basis()).isEqualTo(MatchBasis.PART);
        assertThat(slips.state(slip)).isEqualTo("SUBMITTED 0");

        service.confirm(live(1).id(), clerk);
        assertThat(slips.state(slip)).isEqualTo("PARTLY_ARRIVED 10000");

        paid("26.78", slip.value());
        kept();
        assertThat(state(2)).isEqualTo("REMITTANCE SETTLED");
        assertThat(slips.state(slip)).isEqualTo("ARRIVED 12678");
    }

    @Test
    void theSameSlipTransferredTwiceIsMatchedOnceAndTheSecondIsTold() {
        SlipNumber slip = slips.of("126.78");
        paid("126.78", slip.value());
        paid("126.78", slip.value());
        kept();

        assertThat(state(1)).isEqualTo("REMITTANCE SETTLED");
        assertThat(state(2)).isEqualTo("PENDING OPEN");
        assertThat(hints(2)).contains("附言写的缴存单 " + slip + " 已到账，不再等待到账。请核对是不是重复转账或写错了单号");
    }

    @Test
    void aPayerIsKnownAfterAPersonSaidSoAndProposedTheNextTime() {
        SlipNumber first = slips.of("10.00");
        paid("10.00", "维修资金");
        kept();
        assertThat(state(1)).isEqualTo("PENDING OPEN");
        assertThat(hints(1)).contains("金额与缴存单 " + first + "（" + slips.company(first) + "）相同，附言没有写单号");
        decided(1, slips(first.value()));
        assertThat(slips.state(first)).isEqualTo("ARRIVED 1000");

        SlipNumber second = slips.of("20.00");
        paid("20.00", "维修资金");
        kept();
        assertThat(state(2)).isEqualTo("REMITTANCE PROPOSED");
        assertThat(live(2).basis()).isEqualTo(MatchBasis.PAYER);
        assertThat(live(2).slips()).extracting(SlipShare::number).containsExactly(second.value());
        assertThat(slips.state(second)).isEqualTo("SUBMITTED 0");
    }

    @Test
    void aPayerThatIsToldAndNotConfirmedIsNotKnownYet() {
        String account = payer.replace("360077", "360078");
        SlipNumber slip = slips.of("10.00");
        jdbc.sql(
                        "INSERT INTO payer_account (company_id, number, name, learned_at, confirmed, proposed_by, proposed_by_name)"
                                + " SELECT s.enterprise_id, :number, '安居物业公司', now(), false, :by, '林致远' FROM remittance_slip s"
                                + " WHERE s.number = :slip")
                .param("number", account)
                .param("slip", slip.value())
                .param("by", clerk.operatorId().value())
                .update();
        file.in(today, "10.00", "安居物业公司", account, "维修资金");
        kept();
        assertThat(state(1)).isEqualTo("PENDING OPEN");
        assertThat(hints(1)).anySatisfy(hint -> assertThat(hint).startsWith("付款账户不是已备案账户"));

        jdbc.sql(
                        "UPDATE payer_account SET confirmed = true, decided_by = :by, decided_by_name = '何复核' WHERE NOT confirmed"
                                + " AND number = :number")
                .param("number", account)
                .param("by", colleague.operatorId().value())
                .update();
        matching.matchAll(clerk);
        assertThat(state(1)).isEqualTo("REMITTANCE PROPOSED");
    }

    @Test
    void aSlipThatHasArrivedOtherwiseThanItsLinesSayIsFound() {
        SlipNumber slip = slips.of("10.00");
        paid("10.00", slip.value());
        kept();
        String wrong = "UPDATE bank_assignment_slip SET amount = amount + :more WHERE assignment_id = :id";
        jdbc.sql(wrong).param("more", -1).param("id", live(1).id()).update();

        assertThat(invariants.violations())
                .extracting(violation -> violation.invariant().name())
                .containsExactlyInAnyOrder("bank-slip-arrived", "bank-assignment-sum");
        jdbc.sql(wrong).param("more", 1).param("id", live(1).id()).update();
    }

    @Test
    void theDistrictSeesTheLinesOfASlipAndTheCompanyDoesNot() {
        SlipNumber slip = slips.of("30.00");
        file.in(today, "10.00", "王建国", "6228480000012345678", slip.value());
        paid("20.00", slip.value());
        kept();
        service.confirm(live(1).id(), clerk);
        matching.matchAll(clerk);
        String address = "/collection/slips/" + slip;
        String shown = pages.open(address, world.clerk()).select("main").text();

        assertThat(shown)
                .contains("银行流水", "王*国", "尾号 5678", "安居物业公司", "尾号 " + payer.substring(payer.length() - 4))
                .doesNotContain("王建国");
        assertThat(pages.open(address, area.clerk()).select("main").text()).doesNotContain("银行流水", "尾号 5678");
    }

    @Test
    void nothingIsProposedWhereTwoSlipsMayBeMeant() {
        SlipNumber first = slips.of("10.00");
        paid("10.00", "维修资金");
        kept();
        decided(1, slips(first.value()));
        slips.of("20.00");
        slips.of("20.00");
        paid("20.00", "维修资金");
        kept();

        assertThat(state(2)).isEqualTo("PENDING OPEN");
    }

    @Test
    void severalSlipsOfTheCompanyThatComeToTheAmountAreProposed() {
        SlipNumber one = slips.of("11.00");
        SlipNumber other = slips.of("22.00");
        slips.of("44.00");
        file.in(today, "33.00", slips.company(one), payer, "维修资金");
        kept();

        assertThat(live(1).basis()).isEqualTo(MatchBasis.COMBINATION);
        assertThat(live(1).slips()).extracting(SlipShare::number).containsExactlyInAnyOrder(one.value(), other.value());
        service.confirm(live(1).id(), clerk);
        assertThat(slips.state(one)).isEqualTo("ARRIVED 1100");
        assertThat(slips.state(other)).isEqualTo("ARRIVED 2200");
    }

    @Test
    void aSlipOfAnotherAccountIsTold() {
        SlipNumber slip = slips.of("10.00");
        var other = accounts.confirmed(number.replace("6227000077", "6227000078"), "5.00");
        org.maintenancefund.bank.ABankFile.of(number.replace("6227000077", "6227000078"), "5.00")
                .in(today, "10.00", "安居物业公司", payer, slip.value())
                .keep(other, clerk, context);

        var line = jdbc.sql("SELECT id FROM bank_line WHERE account_id = :account")
                .param("account", other.value())
                .query(java.util.UUID.class)
                .single();
        assertThat(hints.of(lines.get(line)).reasons().stream().map(Messages::of))
                .anySatisfy(hint -> assertThat(hint).startsWith("缴存单 " + slip + "（10.00 元）应缴入"));
        assertThatThrownBy(() -> service.propose(line, slips(slip.value()), clerk))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(Messages.of(refusal.reason())).isEqualTo("缴存单 " + slip + " 应缴入另一个专户，请核对"));
    }

    @Test
    void aMatchIsTakenBackAsLongAsNothingIsBooked() {
        SlipNumber slip = slips.of("126.78");
        paid("126.78", slip.value());
        kept();
        service.undo(live(1).id(), "附言写错", colleague);

        assertThat(state(1)).isEqualTo("PENDING OPEN");
        assertThat(slips.state(slip)).isEqualTo("SUBMITTED 0");
        matching.matchAll(clerk);
        assertThat(slips.state(slip)).isEqualTo("ARRIVED 12678");
    }

    @Test
    void slipsHaveToComeToTheAmount() {
        SlipNumber slip = slips.of("10.00");
        paid("12.00", "");
        kept();

        assertThatThrownBy(() -> service.propose(line(1).id(), slips(slip.value()), clerk))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(Messages.of(refusal.reason()))
                                .isEqualTo("这笔流水 12.00 元，所填缴存单只有 10.00 元待到账，还差 2.00 元。请核对缴存单；多出的部分不能入账"));
        assertThat(state(1)).isEqualTo("PENDING OPEN");
        assertThat(line(1).amount()).isEqualTo(new Money(12_00));
        assertThat(BankLineKind.FEE.fits(line(1).amount())).isFalse();
    }

    /** Reference and amount of what a source tells of the account today. */
    private java.util.List<String> differences(DifferenceSource source) {
        return jdbc.sql("SELECT d.reference || ' ' || d.amount FROM (" + source.sql()
                        + ") d WHERE d.account_id = :account")
                .param("until", today)
                .param("account", account.value())
                .query(String.class)
                .list();
    }
}
