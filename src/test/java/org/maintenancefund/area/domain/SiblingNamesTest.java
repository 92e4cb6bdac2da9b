package org.maintenancefund.area.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiblingNamesTest {

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        // Numbers: Chinese, Arabic, full-width, Roman; with 第; without a word behind them.
        "和谐花园一期, 和谐花园二期",
        "和谐花园1期, 和谐花园二期",
        "和谐花园１期, 和谐花园 ３ 期",
        "和谐花园Ⅰ期, 和谐花园Ⅱ期",
        "和谐花园III期, 和谐花园四期",
        "和谐花园第一期, 和谐花园第2期",
        "和谐花园首期, 和谐花园二期",
        "和谐花园十一期, 和谐花园12期",
        "和谐花园, 和谐花园二期",
        "和谐花园, 和谐花园2",
        "和谐花园II, 和谐花园Ⅲ",
        "和谐花园①期, 和谐花园②期",
        "和谐花园贰期, 和谐花园叁期",
        // Points of the compass and letters.
        "和谐花园南区, 和谐花园北区",
        "和谐花园东区, 和谐花园西南区",
        "和谐花园A区, 和谐花园Ｂ区",
        "和谐花园a区, 和谐花园C 区",
        "和谐花园A, 和谐花园B",
        "和谐花园A1区, 和谐花园A2区",
        "翠湖东苑, 翠湖西苑",
        "翠湖花园东苑, 翠湖花园",
        "锦绣江南北区, 锦绣江南南区",
        "东方花园东区, 东方花园西区",
        "华南城南区, 华南城北区",
        // Other words for parts.
        "听涛雅居一组团, 听涛雅居二组团",
        "听涛雅居1栋, 听涛雅居2栋",
        "听涛雅居3#楼, 听涛雅居5号楼",
        "星辰广场A座, 星辰广场B座",
        "星辰广场东座, 星辰广场西座",
        "金沙云庭1号地块, 金沙云庭2号地块",
        "金沙云庭A地块, 金沙云庭B-2地块",
        "金沙云庭东片区, 金沙云庭西片区",
        // One marker after another, lists, separators, brackets.
        "和谐花园一期A区, 和谐花园二期",
        "和谐花园一、二期, 和谐花园三期",
        "和谐花园1-3栋, 和谐花园5栋",
        "和谐花园·南区, 和谐花园-北区",
        "和谐花园（一期）, 和谐花园（二期）",
        "和谐花园（一）, 和谐花园【二】",
        "和谐花园（南）, 和谐花园(北区)",
        "和谐花园(高层)二期, 和谐花园一期",
        "和谐小区二期, 和谐一期",
        "和谐花园（原红星小区）, 红星小区二期",
        "翠湖雅苑（曾用名：和谐花园三期）, 和谐花园一期",
        "和谐花园（红星家园）二期, 红星家园",
        "和谐花园中区, 和谐花园东北区",
        "和谐花园Ｉ期, 和谐花园ⅳ期",
        "和谐花园第三组团, 和谐花园四组团",
        "和谐花园二标段, 和谐花园三标段",
        "和谐花园甲1栋, 和谐花园甲2栋",
        "和谐花园住宅小区一期, 和谐花园二期",
        "和谐花园一期北苑, 和谐花园二期南苑",
        "和谐花园 — 二期, 和谐花园",
    })
    void partsOfOneCommunityAreSiblings(String one, String other) {
        assertThat(areSiblings(one, other)).isTrue();
        assertThat(areSiblings(other, one)).isTrue();
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        // A point of the compass that belongs to the name.
        "城南花园, 城北花园",
        "东方花园, 西方花园",
        "东方花园一期, 南方花园二期",
        "东湖花园, 西湖花园",
        "锦绣江南, 锦绣江北",
        "河北苑, 河南苑",
        "广东苑, 广西苑",
        "城东苑, 城西苑",
        "江南区, 江北区",
        "南苑, 北苑",
        "望东, 望西",
        "南山一期, 北山二期",
        "东城国际一期, 西城国际二期",
        // The same marker, another name.
        "和谐花园三期, 和谐家园三期",
        "和谐花园三期, 春江花园一期",
        "和谐花园二期, 谐和花园二期",
        "和谐花园A区, 和平花园B区",
        "翠湖东苑, 碧湖西苑",
        "和谐花园, 和谐花园广场",
        "和谐花园一期, 和谐花园商业街",
        "和谐花园, 大和谐花园",
        "新和谐花园一期, 和谐花园二期",
        // What looks like a marker and is none.
        "一品花园, 二品花园",
        "三期花园, 二期花园",
        "一期, 二期",
        "天下第一, 天下第二",
        "壹号院, 贰号院",
        "曹家一村, 曹家二村",
        "翠湖雅苑, 翠湖华苑",
        "学苑, 文苑",
        "双子星座, 双鱼星座",
        "SOHO区, SOHA区",
        "公园1903, 公园1905",
        "公园里88, 公园里66",
        "翠屏路5号楼, 翠屏路7号楼",
        "翠屏街1栋, 翠屏街2栋",
        "三期时代, 二期时代",
        "中区家园, 南区家园",
        "南区公寓, 北区公寓",
        "和谐社区, 和美社区",
        "高新区, 高新园",
        // What stands in brackets is a remark.
        "和谐花园（高层）, 翠湖花园（高层）",
        "和谐花园（商业）, 春江花园（商业）",
        "和谐花园（回迁）, 回迁",
        "和谐花园（一期）, 春江花园（一期）",
        "东方家园, 西方家园",
        "中央花园, 东央花园",
        "三江一期, 四海二期",
        "八一小区, 七一小区",
        "百合苑, 千合苑",
        "城南一期, 城北一期",
    })
    void otherCommunitiesAreNot(String one, String other) {
        assertThat(areSiblings(one, other)).isFalse();
        assertThat(areSiblings(other, one)).isFalse();
    }

    /** A line of the table: what it is (plain, kind, other) and two names. */
    private record Pair(String what, String one, String other) {

        private static List<Pair> all() throws IOException {
            try (InputStream in = SiblingNamesTest.class.getResourceAsStream("/area/siblings.csv")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split(","))
                        .map(words -> new Pair(words[0], words[1], words[2]))
                        .toList();
            }
        }
    }

    @Test
    void ofATableOfPairsNearlyAllSiblingsAreFoundAndNearlyNothingElse() throws IOException {
        List<Pair> pairs = Pair.all();
        List<Pair> found = pairs.stream()
                .filter(pair -> areSiblings(pair.one(), pair.other()))
                .toList();
        List<Pair> plain =
                pairs.stream().filter(pair -> pair.what().equals("plain")).toList();
        List<Pair> siblings =
                pairs.stream().filter(pair -> !pair.what().equals("other")).toList();

        assertThat(shareOf(found, plain))
                .as("recall of plain markers, missed: %s", missed(plain, found))
                .isGreaterThanOrEqualTo(0.95);
        assertThat(shareOf(found, siblings))
                .as("recall, missed: %s", missed(siblings, found))
                .isGreaterThanOrEqualTo(0.9);
        assertThat(shareOf(siblings, found))
                .as("precision, false: %s", missed(found, siblings))
                .isGreaterThanOrEqualTo(0.98);
    }

    /** How many of the second are among the first. */
    private static double shareOf(List<Pair> some, List<Pair> all) {
        return (double) all.stream().filter(some::contains).count() / all.size();
    }

    private static List<Pair> missed(List<Pair> wanted, List<Pair> found) {
        return wanted.stream().filter(pair -> !found.contains(pair)).toList();
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"曹家一村, 曹家二村", "田林三村, 田林十二村", "建设第二新村, 建设第五新村", "红旗1村, 红旗二村"})
    void numberedVillagesAreOfOneSeriesButNoSiblings(String one, String other) {
        assertThat(SiblingNames.seriesOf(one)).isPresent().isEqualTo(SiblingNames.seriesOf(other));
        assertThat(areSiblings(one, other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"三村", "曹家村", "和谐花园一期", "新村", "东村"})
    void otherNamesAreOfNone(String name) {
        assertThat(SiblingNames.seriesOf(name)).isEmpty();
    }

    @Test
    void aBaseIsNeverEmpty() {
        for (String name : new String[] {"一期", "（一期）", "A区", "()", "-", "第一期", "东", "①②③"}) {
            assertThat(SiblingNames.baseOf(name)).isNotEmpty();
        }
    }

    @Test
    void charactersBeyondTheBasicPlaneCountAsOne() {
        assertThat(SiblingNames.baseOf("𠮷祥一期")).isEqualTo("𠮷祥");
        assertThat(SiblingNames.baseOf("𠮷一期")).isEqualTo("𠮷一期");
    }

    private static boolean areSiblings(String one, String other) {
        List<String> bases = SiblingNames.basesOf(other);
        return SiblingNames.basesOf(one).stream().anyMatch(bases::contains);
    }
}
