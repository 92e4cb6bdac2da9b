package org.maintenancefund.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationNumberTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "YW20261123-0018",
                " yw20261123-0018 ",
                "ＹＷ２０２６１１２３－００１８",
                "YW 20261123 0018",
                "YW20261123—0018",
                "yw202611230018"
            })
    void isReadTheWayPeopleTypeIt(String typed) {
        assertThat(ApplicationNumber.parse(typed)).contains(new ApplicationNumber("YW20261123-0018"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "YW2026112-0018", "20261123-0018", "YW20261123-", "YW20261123-0018'--", "王20261123-0018"})
    void whatIsNoneIsNotRead(String typed) {
        assertThat(ApplicationNumber.parse(typed)).isEmpty();
    }

    @Test
    void isNeverMadeOfAnythingElse() {
        assertThatIllegalArgumentException().isThrownBy(() -> ApplicationNumber.of("x"));
    }
}
