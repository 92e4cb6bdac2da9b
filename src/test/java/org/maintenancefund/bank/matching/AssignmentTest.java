package org.maintenancefund.bank.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.collection.remittance.SlipNumber;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;

/** The kinds that people say: by two of them, with the entries that belong to each. */
class AssignmentTest extends MatchedAccount {

    private NewAssignment returned(int line) {
        return new NewAssignment(
                BankLineKind.RETURNED, List.of(), null, line(line).id(), "");
    }

    @Test
    void whoProposesDoesNotConfirm() {
        paid("1.25", "结息");
        kept();
        service.propose(line(1).id(), kind(BankLineKind.INTEREST), clerk);
        assertThat(state(1)).isEqualTo("INTEREST PROPOSED");

        assertThatThrownBy(() -> service.confirm(live(1).id(), clerk))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(Messages.of(refusal.reason())).isEqualTo("认定须由另一位经办人员确认，提出的人不能自己确认"));
        assertThat(ledger("INCOME")).isZero();
        service.reject(live(1).id(), clerk);
        assertThat(state(1)).isEqualTo("PENDING OPEN");
    }

    @Test
    void interestFeesAndWithdrawalsComeIntoTheBooks() {
        paid("1.25", "结息");
        file.out(today, "5.00", "", "手续费").out(today, "20.00", "某维修公司", "维修工程款");
        kept();
        decided(1, kind(BankLineKind.INTEREST));
        decided(2, kind(BankLineKind.FEE));
        decided(3, kind(BankLineKind.WITHDRAWAL));

        assertThat(ledger("BANK")).isEqualTo(76_25);
        assertThat(ledger("INCOME")).isEqualTo(-1_25);
        assertThat(ledger("SPENDING")).isEqualTo(25_00);
        assertThat(ledger("UNALLOCATED")).isZero();
        assertThat(live(3).entry()).startsWith("FL");
    }

    @Test
    void anOwnersOwnTransferComesToTheHousehold() {
        file.in(today, "22.40", "王建国", "6228480000012345678", "1栋101");
        kept();
        decided(1, new NewAssignment(BankLineKind.OWNER_PAYMENT, List.of(), flat, null, ""));

        assertThat(ledger("HOUSEHOLD")).isEqualTo(-22_40);
        assertThat(ledger("UNALLOCATED")).isZero();
    }

    @Test
    void moneyThatIsSentBackUndoesTheArrival() {
        SlipNumber slip = slips.of("126.78");
        paid("126.78", slip.value());
        file.out(today, "126.78", "安居物业公司", "退票");
        kept();
        assertThat(slips.state(slip)).isEqualTo("ARRIVED 12678");
        decided(2, returned(1));

        assertThat(slips.state(slip)).isEqualTo("SUBMITTED 0");
        assertThat(state(1)).isEqualTo("RETURNED SETTLED");
        assertThat(state(2)).isEqualTo("RETURNED SETTLED");
        assertThat(ledger("BANK")).isEqualTo(100_00);
        assertThat(ledger("UNALLOCATED")).isZero();
    }

    @Test
    void moneyThatIsSentBackAfterItWasBookedIsReversedInTheBooks() {
        SlipNumber slip = slips.of("126.78");
        paid("126.78", slip.value());
        kept();
        slips.book(slip, world);
        assertThat(ledger("HOUSEHOLD")).isEqualTo(-126_78);
        assertThatThrownBy(() -> service.undo(live(1).id(), "写错", colleague))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(Messages.of(refusal.reason())).startsWith("缴存单 " + slip + " 已入分户账，不能撤销"));
        file.out(today, "126.78", "安居物业公司", "退票");
        kept();
        decided(2, returned(1));

        assertThat(slips.state(slip)).isEqualTo("SUBMITTED 0");
        assertThat(ledger("HOUSEHOLD")).isZero();
        assertThat(ledger("UNALLOCATED")).isZero();
        assertThat(ledger("BANK")).isEqualTo(100_00);
        paid("126.78", slip.value());
        kept();
        slips.book(slip, world);
        assertThat(ledger("HOUSEHOLD")).isEqualTo(-126_78);
    }

    @Test
    void aWithdrawalThatComesBackIsReversedInTheBooks() {
        file.out(today, "20.00", "某维修公司", "维修工程款");
        kept();
        decided(1, kind(BankLineKind.WITHDRAWAL));
        assertThat(ledger("SPENDING")).isEqualTo(20_00);
        file.in(today, "20.00", "某维修公司", "", "退票");
        kept();
        decided(2, returned(1));

        assertThat(ledger("SPENDING")).isZero();
        assertThat(ledger("UNALLOCATED")).isZero();
        assertThat(state(1)).isEqualTo("RETURNED SETTLED");
    }

    @Test
    void onlyTheExactAmountIsSentBack() {
        paid("10.00", "");
        paid("12.00", "");
        file.out(today, "12.00", "安居物业公司", "退票");
        kept();

        assertThatThrownBy(() -> service.propose(line(3).id(), returned(1), clerk))
                .isInstanceOf(Refusal.class);
        decided(3, returned(2));
        assertThat(state(2)).isEqualTo("RETURNED SETTLED");
        assertThat(state(1)).isEqualTo("PENDING OPEN");
    }

    @Test
    void theDatabaseKnowsThatTwoPeopleDecideAndThatALineIsOneThing() {
        paid("1.25", "结息");
        kept();
        service.propose(line(1).id(), kind(BankLineKind.INTEREST), clerk);

        assertThatThrownBy(() -> jdbc.sql(
                                "INSERT INTO bank_assignment (id, line_id, kind, basis, state, note, proposed_at, proposed_by,"
                                        + " proposed_by_name, decided_at, decided_by, decided_by_name) VALUES (gen_random_uuid(), :line, 'INTEREST',"
                                        + " 'PERSON', 'CONFIRMED', '', now(), :person, '某', now(), :person, '某')")
                        .param("line", line(1).id())
                        .param("person", clerk.operatorId().value())
                        .update())
                .hasMessageContaining("ck_bank_assignment_two_people");
    }
}
