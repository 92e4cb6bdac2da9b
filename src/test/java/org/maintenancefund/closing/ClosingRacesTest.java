package org.maintenancefund.closing;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.ledger.PeriodState;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.Race;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Several people close the same month at once. The months are those of a year in which no other test books anything. */
@IntegrationTest
class ClosingRacesTest {

    private static final YearMonth MONTH = YearMonth.of(2019, 5);

    @Autowired
    ClosingService service;

    @Autowired
    ClosingMonths months;

    @Autowired
    ClosingWork work;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Jobs jobs;

    @Autowired
    @Qualifier("closingTask")
    Task<?> task;

    private final CurrentUser first = AFundAccount.municipal("林致远");
    private final CurrentUser second = AFundAccount.municipal("何复核");
    private final CurrentUser third = AFundAccount.municipal("宋签认");

    @BeforeEach
    void theMonthBeforeIsClosed() {
        jdbc.sql("INSERT INTO accounting_period VALUES (:month, 'CLOSED', now())")
                .param("month", MONTH.minusMonths(1).atDay(1))
                .update();
    }

    /** What stays for good goes only past its triggers. */
    @AfterEach
    void nothingIsLeft() {
        transaction.executeWithoutResult(status -> {
            List<String> guarded = List.of("closing_unit", "closing_area", "period_closing", "accounting_period");
            guarded.forEach(table ->
                    jdbc.sql("ALTER TABLE " + table + " DISABLE TRIGGER USER").update());
            List.of(
                            "DELETE FROM closing_step WHERE closing_id IN (SELECT id FROM period_closing WHERE month < :year)",
                            "DELETE FROM closing_account WHERE closing_id IN (SELECT id FROM period_closing WHERE month < :year)",
                            "DELETE FROM closing_unit WHERE month < :year",
                            "DELETE FROM closing_area WHERE month < :year",
                            "DELETE FROM period_closing WHERE month < :year",
                            "DELETE FROM accounting_period WHERE month < :year")
                    .forEach(each -> jdbc.sql(each)
                            .param("year", LocalDate.of(2020, 1, 1))
                            .update());
            guarded.forEach(table ->
                    jdbc.sql("ALTER TABLE " + table + " ENABLE TRIGGER USER").update());
        });
    }

    private void checked() {
        ClosingId closing = service.begin(MONTH, first);
        boolean more = true;
        while (more) {
            more = work.step(closing);
        }
        assertThat(service.attempts(MONTH).get(0).state()).isEqualTo(ClosingState.READY);
    }

    @Test
    void begunByThreeAtOnceItIsBegunOnce() throws Exception {
        List<Race.Outcome<ClosingId>> outcomes = Race.of(List.<Callable<ClosingId>>of(
                () -> service.begin(MONTH, first),
                () -> service.begin(MONTH, second),
                () -> service.begin(MONTH, third)));

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(lost -> assertThat(lost.failure()).isInstanceOf(Refusal.class));
        assertThat(service.attempts(MONTH)).hasSize(1);
    }

    @Test
    void confirmedByTwoAtOnceItIsClosedOnce() throws Exception {
        checked();

        List<Race.Outcome<Boolean>> outcomes =
                Race.of(List.<Callable<Boolean>>of(() -> confirm(second), () -> confirm(third)));

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(lost -> assertThat(lost.failure()).isInstanceOf(Refusal.class));
        assertThat(state()).isEqualTo(PeriodState.CLOSED);
    }

    @Test
    void confirmedAndGivenUpAtOnceItIsOneOfTheTwo() throws Exception {
        checked();

        List<Race.Outcome<Boolean>> outcomes = Race.of(List.<Callable<Boolean>>of(() -> confirm(second), () -> {
            service.giveBack(MONTH, "再看看", third);
            return true;
        }));

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        boolean closed = outcomes.get(0).won();
        assertThat(state()).isEqualTo(closed ? PeriodState.CLOSED : PeriodState.OPEN);
        assertThat(service.attempts(MONTH).get(0).state())
                .isEqualTo(closed ? ClosingState.CONFIRMED : ClosingState.RETURNED);
    }

    @Test
    void twoWorkersAtOneClosingDoEachStepOnce() throws Exception {
        ClosingId closing = service.begin(MONTH, first);
        Callable<Integer> worker = () -> {
            int steps = 0;
            while (work.step(closing)) {
                steps++;
            }
            return steps;
        };

        List<Race.Outcome<Integer>> outcomes = Race.of(List.of(worker, worker));

        assertThat(outcomes).allMatch(Race.Outcome::won);
        assertThat(outcomes.stream().mapToInt(Race.Outcome::value).sum())
                .isEqualTo(service.steps(closing).size());
        assertThat(service.attempts(MONTH).get(0).state()).isEqualTo(ClosingState.READY);
    }

    @Test
    void whatAnInstanceLeftBehindThatDiedAnotherTakesUpWhereItStopped() {
        ClosingId closing = service.begin(MONTH, first);
        work.step(closing);
        work.step(closing);
        jobs.die("closing");
        jobs.findDead();
        jobs.waitForRetry("closing");

        jobs.run(List.of(task));

        assertThat(service.steps(closing)).allMatch(step -> step.state() == StepState.DONE);
        assertThat(service.attempts(MONTH).get(0).state()).isEqualTo(ClosingState.READY);
    }

    private PeriodState state() {
        return months.get(MONTH, third).state();
    }

    private boolean confirm(CurrentUser by) {
        service.confirm(MONTH, by);
        return true;
    }
}
