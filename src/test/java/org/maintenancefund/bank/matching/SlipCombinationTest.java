package org.maintenancefund.bank.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.maintenancefund.bank.matching.SlipCombination.Open;
import org.maintenancefund.collection.remittance.SlipId;
import org.maintenancefund.kernel.money.Money;

class SlipCombinationTest {

    private static List<Open> slips(long... fen) {
        return LongStream.of(fen)
                .mapToObj(each -> new Open(SlipId.next(), new Money(each)))
                .toList();
    }

    private static List<Long> found(long amount, List<Open> slips) {
        return SlipCombination.of(new Money(amount), slips)
                .map(chosen -> chosen.stream().map(slip -> slip.open().fen()).toList())
                .orElse(List.of());
    }

    @Test
    void someSlipsThatComeToTheAmountAreFound() {
        assertThat(found(60, slips(10, 20, 40, 100))).containsExactly(20L, 40L);
        assertThat(found(31, slips(1, 2, 4, 8, 16))).containsExactly(1L, 2L, 4L, 8L, 16L);
    }

    @Test
    void nothingIsGuessedWhereTwoCombinationsFitOrSixWouldBeNeeded() {
        assertThat(found(50, slips(10, 40, 20, 30))).isEmpty();
        assertThat(found(63, slips(1, 2, 4, 8, 16, 32))).isEmpty();
        assertThat(found(10, slips(10, 20))).as("one alone is no combination").isEmpty();
        assertThat(found(7, slips(LongStream.rangeClosed(1, 26).toArray())))
                .as("too many")
                .isEmpty();
    }
}
