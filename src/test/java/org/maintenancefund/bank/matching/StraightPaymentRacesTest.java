package org.maintenancefund.bank.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.Race;

/** What happens to a household's own payment at the very moment at which something else does. */
class StraightPaymentRacesTest extends MatchedAccount {

    private UUID proposal;

    @BeforeEach
    void aMonthIsBilledAndPaidIntoTheAccount() {
        area.bill(area.first());
        area.bill(area.thisMonth());
        file.in(today, "30.00", "王建国", "", "1栋101");
        kept();
        service.propose(line(1).id(), new NewAssignment(BankLineKind.OWNER_PAYMENT, List.of(), flat, null, ""), clerk);
        proposal = live(1).id();
    }

    private static void allWon(List<Race.Outcome<Boolean>> outcomes) {
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
    }

    private static void oneWon(List<Race.Outcome<Boolean>> outcomes) {
        assertThat(outcomes.stream().filter(Race.Outcome::won)).hasSize(1);
        assertThat(outcomes.stream().filter(outcome -> !outcome.won()))
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(Refusal.class));
    }

    private long receipts() {
        return jdbc.sql("SELECT count(*) FROM receipt WHERE unit_id = :unit")
                .param("unit", flat.value())
                .query(Long.class)
                .single();
    }

    @Test
    void paymentsAtTheCounterAreMadeBesideIt() throws InterruptedException {
        List<Callable<Boolean>> people = new ArrayList<>();
        people.add(() -> {
            service.confirm(proposal, colleague);
            return true;
        });
        for (int i = 0; i < 3; i++) {
            people.add(() -> {
                area.receive(area.payment(flat, "10.00"));
                return true;
            });
        }
        allWon(Race.of(people));

        assertThat(area.open(flat)).isEmpty();
        assertThat(area.prepaid(flat)).isEqualTo(new Money(15_20));
        assertThat(ledger("HOUSEHOLD")).isEqualTo(-30_00);
    }

    @Test
    void ofPeopleWhoConfirmItOrTakeItBackAtOnceOneDoes() throws InterruptedException {
        List<Callable<Boolean>> people = new ArrayList<>();
        List<Callable<Boolean>> others = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            var person = AFundAccount.municipal("直缴" + i);
            people.add(() -> {
                service.confirm(proposal, person);
                return true;
            });
            others.add(() -> {
                service.confirmUndo(proposal, person);
                return true;
            });
        }
        oneWon(Race.of(people));
        assertThat(receipts()).isEqualTo(1);
        service.undo(proposal, "认错了户", clerk);
        oneWon(Race.of(others));

        assertThat(receipts()).isEqualTo(2);
        assertThat(ledger("HOUSEHOLD")).isZero();
        assertThat(area.open(flat)).hasSize(2);
    }

    @Test
    void ofTwoWhoTakeItBackAndSendItBackAtOnceOneDoes() throws InterruptedException {
        service.confirm(proposal, colleague);
        service.undo(proposal, "认错了户", clerk);
        file.out(today, "30.00", "王建国", "退票");
        kept();
        service.propose(
                line(2).id(), new NewAssignment(BankLineKind.RETURNED, List.of(), null, line(1).id(), ""), clerk);
        UUID returned = live(2).id();
        List<Race.Outcome<Boolean>> outcomes = Race.of(List.<Callable<Boolean>>of(
                () -> {
                    service.confirmUndo(proposal, colleague);
                    return true;
                },
                () -> {
                    service.confirm(returned, colleague);
                    return true;
                }));

        assertThat(outcomes.stream().filter(outcome -> !outcome.won()))
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(Refusal.class));
        assertThat(ledger("HOUSEHOLD")).isZero();
        assertThat(receipts()).isEqualTo(2);
        assertThat(area.open(flat)).hasSize(2);
    }
}
