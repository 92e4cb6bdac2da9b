package org.maintenancefund.bank.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipNumbersTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            JC20261205-0001                      | JC20261205-0001
            维修资金JC20261205-0001 11月           | JC20261205-0001
            jc20261205-0001                      | JC20261205-0001
            ＪＣ２０２６１２０５－０００１           | JC20261205-0001
            JC 20261205 0001                     | JC20261205-0001
            JC202612050001                       | JC20261205-0001
            J C 2026 12 05 — 0001                | JC20261205-0001
            J C2 0261 205-00 01                  | JC20261205-0001
            缴存单号:JC20261205_0001              | JC20261205-0001
            JC20261205-0001、JC20261206-0002      | JC20261205-0001 JC20261206-0002
            JC20261205-0001、0002                 | JC20261205-0001 JC20261205-0002
            JC20261205-0001 JC20261205-0001      | JC20261205-0001
            维修资金                              | ''
            JC2026120                            | ''
            20261205-0001                        | ''
            JC20261205-00012345678               | ''
            """)
    void aNumberIsReadHoweverItIsWritten(String text, String numbers) {
        assertThat(SlipNumbers.in(text)).isEqualTo(numbers.isEmpty() ? List.of() : List.of(numbers.split(" ")));
    }
}
