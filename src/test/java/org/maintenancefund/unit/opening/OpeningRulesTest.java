package org.maintenancefund.unit.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.OpeningState;
import org.maintenancefund.unit.Replenishment;

/** What of opening balances needs no database: states, the 30 % question, what is unlikely. */
class OpeningRulesTest {

    private static final Set<String> STEPS =
            Set.of("DRAFT CHECKED", "CHECKED APPROVED", "CHECKED RETURNED", "RETURNED DRAFT");

    static Stream<Arguments> pairs() {
        return Stream.of(OpeningState.values())
                .flatMap(from -> Stream.of(OpeningState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("pairs")
    void aStateBecomesTheNextOneAndNoOther(OpeningState from, OpeningState to) {
        assertThat(from.mayBecome(to)).isEqualTo(STEPS.contains(from + " " + to));
    }

    @Test
    void aDraftAndWhatWasReturnedCanBeChangedAndNothingElse() {
        assertThat(OpeningState.values())
                .filteredOn(OpeningState::isOpen)
                .containsExactlyInAnyOrder(OpeningState.DRAFT, OpeningState.RETURNED);
    }

    @ParameterizedTest(name = "{1} of {0}: {2}")
    @CsvSource({
        "100.00, 29.99, NEEDED",
        "100.00, 30.00, NOT_NEEDED",
        "0.01, 0.00, NEEDED",
        "0.03, 0.01, NOT_NEEDED",
        "0.04, 0.01, NEEDED",
        "999999999999.99, 299999999999.99, NEEDED",
        "999999999999.99, 300000000000.00, NOT_NEEDED",
        ", 0.00, UNKNOWN",
        ", 999999.00, UNKNOWN"
    })
    void lessThanThirtyPercentAsksForMoreAndWithoutTheFirstAmountNobodyKnows(
            String original, String balance, Replenishment answer) {
        Money first = original == null ? null : AnOpening.money(original);

        assertThat(Replenishment.of(first, AnOpening.money(balance))).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource({"100.00, 150.00, false", "100.00, 150.01, true", "0.01, 0.02, true", ", 1000000.00, false"})
    void farMoreThanTheFirstAmountIsAsked(String original, String balance, boolean asked) {
        Money first = original == null ? null : AnOpening.money(original);

        assertThat(OpeningDoubts.about(first, AnOpening.money(balance)).isPresent())
                .isEqualTo(asked);
    }

    @Test
    void whatIsAskedNamesBothAmounts() {
        assertThat(OpeningDoubts.about(new Money(100_00), new Money(1_500_00)).map(Messages::of))
                .hasValue("余额 1,500.00 元超过首期原值 100.00 元的 1.5 倍");
    }
}
