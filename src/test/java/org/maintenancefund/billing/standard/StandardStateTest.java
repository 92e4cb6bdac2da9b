package org.maintenancefund.billing.standard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a proposed standard. */
class StandardStateTest {

    @Test
    void oneThatWaitsIsConfirmedRejectedOrTakenBack() {
        assertThat(StandardState.values())
                .filteredOn(StandardState.PROPOSED::canBecome)
                .containsExactly(StandardState.IN_FORCE, StandardState.REJECTED, StandardState.WITHDRAWN);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROPOSED")
    void whatIsDecidedStaysSo(StandardState state) {
        assertThat(StandardState.values()).noneMatch(state::canBecome);
    }
}
