package org.maintenancefund.difference.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.maintenancefund.difference.DifferenceKind;
import org.maintenancefund.difference.DifferenceNumber;
import org.maintenancefund.difference.DifferenceState;
import org.maintenancefund.difference.Differences;
import org.maintenancefund.difference.NewDifference;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Several at once. What is raised stays, settled, under references of its own. */
@IntegrationTest
class DifferenceRacesTest {

    @Autowired
    World world;

    @Autowired
    Differences differences;

    @Autowired
    DifferenceService service;

    @Autowired
    TransactionTemplate transaction;

    private final String reference = "R-" + UUID.randomUUID();

    private DifferenceNumber raise() {
        return transaction.execute(status -> differences.raise(
                NewDifference.of(DifferenceKind.LINE_UNMATCHED, reference, "流水", world.today(), "", 3)));
    }

    private void settle() {
        transaction.executeWithoutResult(status -> differences.settle(DifferenceKind.LINE_UNMATCHED, reference, "已认领"));
    }

    @Test
    void raisedByEightAtOnceItIsOne() throws Exception {
        List<Race.Outcome<DifferenceNumber>> outcomes = Race.of(Collections.nCopies(8, this::raise));

        assertThat(outcomes).allMatch(Race.Outcome::won);
        assertThat(outcomes)
                .extracting(Race.Outcome::value)
                .containsOnly(outcomes.get(0).value());
        assertThat(service.remarks(outcomes.get(0).value())).hasSize(1);
        settle();
    }

    @Test
    void ofTwoWhoExplainItAtOnceTheSecondSeesWhatTheFirstMadeOfIt() throws Exception {
        DifferenceNumber number = raise();
        Callable<Boolean> explain = () -> {
            service.explain(number, 0, "原因", world.municipal());
            return true;
        };

        List<Race.Outcome<Boolean>> outcomes = Race.of(List.of(explain, explain));

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .singleElement()
                .satisfies(lost -> assertThat(lost.failure()).isInstanceOf(StaleVersion.class));
        settle();
        assertThat(service.get(number, world.municipal()).state()).isEqualTo(DifferenceState.SETTLED);
    }
}
