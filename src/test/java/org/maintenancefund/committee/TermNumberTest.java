package org.maintenancefund.committee;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 届次 as people write it. */
class TermNumberTest {

    @ParameterizedTest
    @CsvSource({
        "1,1", "2,2", "02,2", "12,12", "99,99", "第2届,2", "2届,2", "第2,2", "一,1", "二,2", "两,2", "第二届,2", "十,10", "十二,12",
        "第十二届,12", "二十,20", "二十一,21", "九十九,99"
    })
    void isRead(String typed, int number) {
        assertThat(TermNumber.parse(typed)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "00", "100", "-1", "1.5", "零", "一二", "百", "一百", "届", "第届", "第", "下一届", "二十一二"})
    void isNone(String typed) {
        assertThat(TermNumber.parse(typed)).isEmpty();
    }
}
