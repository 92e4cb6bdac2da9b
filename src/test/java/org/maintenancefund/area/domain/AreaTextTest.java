package org.maintenancefund.area.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.kernel.Checked;

class AreaTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "新村、老厂宿舍 | 新村,老厂宿舍",
                "5号院；6号院 | 5号院,6号院",
                "一村，二村 | 一村,二村",
                "798 | 798",
                "新村、、新村； | 新村",
                "望湖路5-9号 | 望湖路5-9号",
                "和谐花园（一期）;和谐花园（二期） | 和谐花园（一期）,和谐花园（二期）",
                "老苑、5号大院 | 老苑,5号大院"
            })
    void formerNamesArePartedByTheirMarks(String typed, String names) {
        assertThat(AreaText.aliases(typed).value()).containsExactly(names.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "望湖路5、7、9号",
                "望湖路5、17、19号",
                "望湖路5、9号",
                "望湖路五、七号楼",
                "望湖花园一期、二期",
                "老厂宿舍、A",
                "望湖里12弄;13弄",
                "湖滨1#,2#",
                "旧",
                "新村、1至3幢"
            })
    void aNameThatTheMarksHaveTornIsRefused(String typed) {
        assertThat(code(AreaText.aliases(typed))).isEqualTo("area.alias.incomplete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFE0F\uFE0F", "\uFE00\uFE01\uFE02", "\uDB40\uDD00\uDB40\uDD01"})
    void aNameOfWhichNothingIsSeenIsNone(String typed) {
        assertThat(AreaText.name(typed).isOk()).isFalse();
        assertThat(AreaText.line(typed, 40).isOk()).isFalse();
        assertThat(AreaText.aliases("新村、" + typed).isOk()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2009, 2009",
        "２００９, 2009",
        "2009年, area.year.digits",
        "2009-06, area.year.digits",
        "90年代, area.year.digits",
        "2009.5, area.year.digits",
        "'', area.year.digits",
        "1800, area.import.whole-number",
        "09, area.import.whole-number",
        "20090, area.import.whole-number"
    })
    void aYearIsFourDigits(String typed, String read) {
        assertThat(code(AreaText.year(typed))).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6200210010012345",
                "6200-2100-1001-2345",
                "6200 2100 1001 2345",
                "６２００－２１００–1001—2345",
                "6200‑2100−1001‐2345"
            })
    void anAccountNumberIsItsDigits(String typed) {
        assertThat(AreaText.accountNumber(typed).value()).isEqualTo("6200210010012345");
    }

    @Test
    void onlyAsManyFormerNamesAreEnteredAsAreKept() {
        List<String> hundred = names(100);
        assertThat(AreaText.formerNames("新苑", hundred).value()).hasSize(100);
        assertThat(AreaText.formerNames("旧名 0", names(101)).value())
                .as("the name itself doesn't count, however it is written")
                .hasSize(100);
        assertThat(code(AreaText.formerNames("新苑", names(101)))).isEqualTo("area.aliases.too-many");
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "旧名" + i).toList();
    }

    private static String code(Checked<?> checked) {
        return checked.isOk() ? checked.value().toString() : checked.reason().code();
    }
}
