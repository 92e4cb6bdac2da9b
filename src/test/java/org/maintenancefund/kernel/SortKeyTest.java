package org.maintenancefund.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // By sound, then tone, then character; a name before what is longer.
                "安居苑 碧水湾 春江里 东湖花园 枫林水岸 和谐花园 江南里 听涛湾 望湖雅居 云栖里 紫荆苑",
                "长安里 城南苑 重庆花园 重阳里",
                "和谐 和谐花园 和谐花园二期 和谐家园 河滨苑 贺兰里 黑石里",
                // Numbers of any writing by their value.
                "和谐花园 和谐花园一期 和谐花园2期 和谐花园三期 和谐花园Ⅳ期 和谐花园伍期 和谐花园第六期 和谐花园十期 和谐花园11期 和谐花园二十期 和谐花园一百零一期",
                "劲松一区 劲松三区 劲松七区 劲松十一区",
                "一栋 2栋 三栋 10栋 11栋 一百栋",
                "1号楼 2号楼 10号楼 A座 B座",
                "田林一村 田林二村 田林十村 田林十二村",
                "听涛湾（一期） 听涛湾二期 听涛湾(三期)",
                "和谐花园II 和谐花园3 和谐花园四",
                "1903 八一路小区 公园1903",
                // Beginning a name, numerals are mostly words.
                "二七新村 九龙湾 六里桥 七宝花园 三里屯",
                "金地 金地A区 金地B区 金地北区",
                // What has no reading last.
                "和谐 紫荆 𠮷祥",
            })
    void namesAreInTheOrderInWhichPeopleLookForThem(String names) {
        List<String> wanted = List.of(names.split(" "));
        List<String> mixed = new ArrayList<>(wanted);
        Collections.shuffle(mixed, new Random(11));
        Collections.sort(mixed, SortKey.ORDER);
        assertThat(mixed).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({
        "和谐花园·二期, 和谐花园2期",
        "听涛湾(一期), 听涛湾一期",
        "云栖—璞园, 云栖璞园",
        "听涛九区, 听涛9区",
        "和谐苑Ⅰ期, 和谐苑一期",
        "和谐苑第十二期, 和谐苑12期",
        "2栋, 02栋",
    })
    void otherWritingsOfANameStandInOnePlace(String one, String other) {
        assertThat(SortKey.of(one)).isEqualTo(SortKey.of(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"和谐花园二期", "听涛湾(一期)", "劲松三区三里", "A座12号楼", "公园1903", "和谐II期", "第五大道十二街坊", "三里屯八一路", "𠮷祥苑B", "(一)期"
            })
    void namesThatBeginAlikeLieTogether(String name) {
        String folded = ChineseText.fold(name);
        for (int end = 1; end <= folded.codePointCount(0, folded.length()); end++) {
            String text = folded.substring(0, folded.offsetByCodePoints(0, end));
            assertThat(SortKey.of(name)).as(text).startsWith(SortKey.beginning(text));
        }
    }

    @Test
    void aKeyFitsItsColumnAndIsNeverEmpty() {
        assertThat(SortKey.of("()")).isNotEmpty();
        assertThat(SortKey.of("")).isNotEmpty();
        assertThat(SortKey.of("庄".repeat(300))).hasSizeLessThanOrEqualTo(1000);
        assertThat(SortKey.of("9".repeat(300))).hasSizeLessThanOrEqualTo(1000);
        assertThat(SortKey.of("㍿".repeat(100))).hasSizeLessThanOrEqualTo(1000);
    }

    @Test
    void aSurnameIsReadAsItIsSaid() {
        assertThat(SortKey.of("单田芳", "shan")).isGreaterThan(SortKey.of("沙和尚")).isLessThan(SortKey.of("尚云"));
    }

    @ParameterizedTest
    @CsvSource({
        "一, 1",
        "十, 10",
        "十二, 12",
        "二十, 20",
        "二十三, 23",
        "一百零五, 105",
        "二〇, 20",
        "一二, 12",
        "壹, 1",
        "拾贰, 12",
        "两, 2",
        "九百九十九, 999"
    })
    void chineseNumbersHaveTheirValue(String number, int value) {
        assertThat(Numerals.chinese(number)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"百", "零", "十十", "十百", "一二三四", "一十二十"})
    void whatIsNoNumberHasNone(String number) {
        assertThat(Numerals.chinese(number)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"i, 1", "ii, 2", "iii, 3", "iv, 4", "v, 5", "vi, 6", "ix, 9", "x, 10", "xii, 12", "xxxix, 39"})
    void romanNumbersHaveTheirValue(String number, int value) {
        assertThat(Numerals.roman(number)).hasValue(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "iiii", "vv", "ivi", "a", "xix" + "x"})
    void otherLettersHaveNone(String letters) {
        assertThat(Numerals.roman(letters)).isEmpty();
    }
}
