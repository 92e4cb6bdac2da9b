package org.maintenancefund.billing.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which states follow one another. */
class RunStateTest {

    @Test
    void aRunIsProposedThenBilledThenPerhapsTakenBackAndNothingElse() {
        assertThat(next(RunState.PROPOSED)).containsExactly(RunState.BILLED, RunState.DISCARDED);
        assertThat(next(RunState.BILLED)).containsExactly(RunState.TAKEN_BACK);
        assertThat(next(RunState.TAKEN_BACK)).isEmpty();
        assertThat(next(RunState.DISCARDED)).isEmpty();
    }

    private static List<RunState> next(RunState state) {
        return Arrays.stream(RunState.values()).filter(state::canBecome).toList();
    }

    @Test
    void anAdjustmentIsDecidedOnce() {
        assertThat(Arrays.stream(AdjustmentState.values()).filter(AdjustmentState.PROPOSED::canBecome))
                .containsExactly(AdjustmentState.CONFIRMED, AdjustmentState.REJECTED, AdjustmentState.LAPSED);
        for (AdjustmentState decided :
                List.of(AdjustmentState.CONFIRMED, AdjustmentState.REJECTED, AdjustmentState.LAPSED)) {
            assertThat(Arrays.stream(AdjustmentState.values()).filter(decided::canBecome))
                    .isEmpty();
        }
    }
}
