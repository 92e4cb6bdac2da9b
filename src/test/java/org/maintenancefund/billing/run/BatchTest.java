package org.maintenancefund.billing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.unit.AUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** 批量试算 and 批量出账: each area by itself, with a worker that goes on where another one stopped. */
@IntegrationTest
@Transactional
class BatchTest extends BilledArea {

    @Autowired
    Batches batches;

    @Autowired
    BatchItems items;

    @Autowired
    BatchWork work;

    @Autowired
    Jobs jobs;

    @BeforeEach
    void anAreaOfTheWorkedMonth() {
        openedAsWorked("批量苑");
    }

    private List<String> states(UUID batch) {
        return each(
                batches.items(batch).slice(Cursor.start(), 50).items(),
                item -> item.month() + " " + item.state() + " " + item.bills() + " " + item.total());
    }

    private void run(UUID batch) {
        entities.flush();
        BatchView view = items.find(batch).orElseThrow();
        while (work.step(view)) {
            entities.flush();
        }
    }

    @Test
    void onePersonTriesAllAreasAndAnotherOneBillsThem() {
        UUID tried = batches.askAll(BatchAction.PROPOSE, first);
        assertThat(batches.get(tried, first).isMoving()).isTrue();
        run(tried);
        assertThat(states(tried)).containsExactly(month + " DONE 6 201.04");

        assertThatThrownBy(() -> batches.askAll(BatchAction.CONFIRM, first))
                .satisfies(refusal -> assertThat(sentence(refusal)).contains("由另一名经办人确认"));
        UUID billed = batches.ask(BatchAction.CONFIRM, List.of(managed.id()), second);
        run(billed);

        assertThat(states(billed)).containsExactly(month + " DONE 6 201.04");
        assertThat(batches.get(billed, second).isMoving()).isFalse();
        assertThat(billsOf(month)).isEqualTo(6);
        assertThatThrownBy(() -> batches.askAll(BatchAction.PROPOSE, first))
                .satisfies(refusal -> assertThat(sentence(refusal)).contains("没有可以试算的月份"));
    }

    @Test
    void theJobDoesTheSameByItself() {
        UUID tried = batches.askAll(BatchAction.PROPOSE, first);
        entities.flush();

        jobs.run();

        assertThat(states(tried)).containsExactly(month + " DONE 6 201.04");
        assertThat(jdbc.sql(
                                "SELECT operator_name FROM audit_entry WHERE action = 'BILLS_PROPOSED' AND object_id = :code")
                        .param("code", area().code())
                        .query(String.class)
                        .single())
                .isEqualTo(first.personName());
    }

    @Test
    void whatAWorkerLeftBehindThatDiedAnotherTakesUp() {
        UUID tried = batches.askAll(BatchAction.PROPOSE, first);
        entities.flush();
        jobs.die("billing-batch");
        jobs.findDead();
        jobs.waitForRetry("billing-batch");

        jobs.run();

        assertThat(states(tried)).containsExactly(month + " DONE 6 201.04");
    }

    @Test
    void missedMonthsAreTriedTogetherEachARunOfItsOwn() {
        YearMonth next = month.plusMonths(1);
        billed(month);
        in(next, () -> {
            billed(next);
            AUnit late = AUnit.at("2 栋", "909").of("100.00");
            registered(new AUnit(late.place(), month, late.facts(), late.payer()));
            entities.flush();

            UUID tried = batches.askMissed(managed.id(), first);
            run(tried);

            assertThat(states(tried)).containsExactly(month + " DONE 1 25.00", next + " DONE 1 25.00");
        });
    }

    @Test
    void othersDoNotSeeIt() {
        UUID tried = batches.askAll(BatchAction.PROPOSE, first);

        assertThatThrownBy(() -> batches.get(tried, managed.ofCompany())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> batches.get(UUID.randomUUID(), first)).isInstanceOf(NotFound.class);
    }
}
