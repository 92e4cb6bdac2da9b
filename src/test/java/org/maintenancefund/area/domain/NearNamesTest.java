package org.maintenancefund.area.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "和谐花园, 和谐家园",
        "和谐花园, 谐和花园",
        "和谐花园, 花园和谐",
        "和谐花园, 和谐花苑",
        "和谐花园, 大和谐花园",
        "和谐花园一期, 和谐家园二期",
        "和谐花园, 和 谐 花 园",
        "和谐, 谐和",
        "𠮷祥花园, 吉祥花园",
        // Other characters, the same sound.
        "和谐花园, 荷协花园",
        "锦绣江南, 锦秀江楠",
        "御景湾一期, 玉井湾二期",
    })
    void oneCharacterMoreOrLessOrSwappedOrSoundingAlikeIsNear(String one, String other) {
        assertThat(NearNames.areNear(one, other)).isTrue();
        assertThat(NearNames.areNear(other, one)).isTrue();
        assertThat(NearNames.keysOf(one)).containsAnyElementsOf(NearNames.keysOf(other));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "和谐花园, 和平家园",
        "和谐花园, 谐花园里",
        "和谐, 和美",
        "春江花园, 和谐家园",
        "和谐花园, 和谐",
        "和谐花园, 荷平家园",
        "锦绣江南, 近江秀南",
    })
    void twoCharactersAreNot(String one, String other) {
        assertThat(NearNames.areNear(one, other)).isFalse();
    }
}
