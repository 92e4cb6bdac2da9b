package org.maintenancefund.area.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.area.AreaChoices;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.kernel.Simplified;
import org.maintenancefund.kernel.search.NameSound;
import org.maintenancefund.kernel.search.NameWriting;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** An area is found however its name is written: among some thousand areas it is one of the first five. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AreaFindingTest {

    private static final int AREAS = 4_000;
    private static final int FIRST = 5;
    private static final int OF_EACH_KIND = 40;

    /** Of a hundred. */
    private static final int WANTED = 95;

    @Autowired
    World world;

    @Autowired
    PropertyAreas areas;

    @Autowired
    JdbcTemplate jdbc;

    private DistrictCentre lake;
    private DistrictCentre hill;

    /** Once, since it takes long; they leave again, so that nobody else's tests find them. */
    @BeforeAll
    void aCity() throws IOException {
        lake = world.district(world.freeLetters(), "晴湖区", "晴川街道", "晴波街道");
        hill = world.district(world.freeLetters(), "晴山区", "松风街道", "松月街道");
        GeneratedAreas.copyInto(jdbc, List.of(lake, hill), 0, AREAS);
        Map<String, String> addresses = new LinkedHashMap<>();
        table().forEach(line -> addresses.put(line.get(0), line.get(1)));
        GeneratedAreas.copyNamed(jdbc, lake, AREAS, addresses);
    }

    @AfterAll
    void none() {
        for (DistrictCentre centre : List.of(lake, hill)) {
            jdbc.update("DELETE FROM area WHERE district_id = ?", centre.id().value());
        }
        jdbc.execute("VACUUM ANALYZE area");
    }

    private static List<List<String>> table() throws IOException {
        return new ClassPathResource("area/searches.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Arrays.stream(line.split("[|]")).map(String::strip).toList())
                .toList();
    }

    private List<String> firstOf(String typed) {
        AreaChoices found = AreaChoices.of(AreaSearch.of(typed), areas, page -> Map.of());
        return Stream.concat(found.page().items().stream(), found.near().stream())
                .limit(FIRST)
                .map(card -> card.area().name())
                .toList();
    }

    @Test
    void whatPeopleTypeBringsTheAreaAmongTheFirstFive() throws IOException {
        List<String> missed = new ArrayList<>();
        int asked = 0;
        for (List<String> line : table()) {
            for (String typed : line.get(2).split(",\\s*")) {
                asked++;
                List<String> first = firstOf(typed);
                if (!first.contains(line.get(0))) {
                    missed.add(typed + " → " + first + " instead of " + line.get(0));
                }
            }
        }
        assertThat(asked).isGreaterThan(120);
        assertThat(missed).hasSizeLessThanOrEqualTo(asked * (100 - WANTED) / 100);
    }

    /** The same kinds for names by chance. */
    @Test
    void eachKindOfWritingBringsNamesByChanceAmongTheFirstFive() {
        List<String> names = jdbc.queryForList(
                "SELECT DISTINCT name FROM area WHERE district_id IN (?, ?) AND length(name) >= 4 ORDER BY name",
                String.class,
                lake.id().value(),
                hill.id().value());
        Map<String, BiFunction<String, Random, String>> kinds = new LinkedHashMap<>();
        kinds.put("kind appended", (name, random) -> name + "小区");
        kinds.put("committee appended", (name, random) -> name + (random.nextBoolean() ? "业委会" : "业主委员会筹备组"));
        kinds.put("pinyin", (name, random) -> NameSound.of(NameWriting.of(name)));
        kinds.put("initials", (name, random) -> NameSound.initials(NameWriting.of(name)));
        kinds.put("traditional", (name, random) -> traditional(name));
        kinds.put(
                "numerals",
                (name, random) -> name.replace("一期", "1期").replace("二期", "Ⅱ期").replace("三期", "叁期"));
        kinds.put("brackets", (name, random) -> name.replaceFirst("(.[期区])$", "（$1）"));
        kinds.put("dots", (name, random) -> name.substring(0, 2) + "·" + name.substring(2));
        kinds.put("words in another order", (name, random) -> name.substring(2) + " " + name.substring(0, 2));
        kinds.put("other district", (name, random) -> "云州市" + name);
        kinds.put("a character swapped", AreaFindingTest::swapped);
        kinds.put("a character missing", AreaFindingTest::oneMissing);
        kinds.put("a character wrong", AreaFindingTest::oneWrong);
        kinds.put("something behind", (name, random) -> name + (1 + random.nextInt(30)) + "号楼");
        Map<String, List<String>> missed = new LinkedHashMap<>();
        kinds.forEach((kind, writing) -> missed.put(kind, missedOf(names, writing)));

        int all = kinds.size() * OF_EACH_KIND;
        long some = missed.values().stream().mapToLong(List::size).sum();
        assertThat(some).as(missed::toString).isLessThanOrEqualTo(all * (100 - WANTED) / 100);
        assertThat(missed)
                .allSatisfy((kind, ofKind) -> assertThat(ofKind).as(kind).hasSizeLessThanOrEqualTo(OF_EACH_KIND / 6));
    }

    private List<String> missedOf(List<String> names, BiFunction<String, Random, String> writing) {
        Random random = new Random(20261129);
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < OF_EACH_KIND; i++) {
            String name = names.get(random.nextInt(names.size()));
            String typed = writing.apply(name, random);
            // A slip that makes another area's name is that area.
            boolean another = !typed.equals(name) && names.contains(typed);
            List<String> first = another ? List.of(name) : firstOf(typed);
            if (!first.contains(name)) {
                missed.add(typed + " → " + first + " instead of " + name);
            }
        }
        return missed;
    }

    private static String traditional(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(c -> text.appendCodePoint(TRADITIONAL.getOrDefault(c, c)));
        return text.toString();
    }

    private static final Map<Integer, Integer> TRADITIONAL = traditional();

    private static Map<Integer, Integer> traditional() {
        Map<Integer, Integer> table = new LinkedHashMap<>();
        for (int c = 0x4e00; c < 0x9fa6; c++) {
            if (Simplified.of(c) != c) {
                table.putIfAbsent(Simplified.of(c), c);
            }
        }
        return table;
    }

    private static String swapped(String name, Random random) {
        int at = random.nextInt(name.length() - 1);
        return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }

    private static String oneMissing(String name, Random random) {
        int at = random.nextInt(name.length());
        return name.substring(0, at) + name.substring(at + 1);
    }

    private static String oneWrong(String name, Random random) {
        int at = random.nextInt(name.length());
        return name.substring(0, at) + "琼瑶莲荷璟晟".charAt(random.nextInt(6)) + name.substring(at + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "紫禁之巅", "塞纳河畔", "甲乙丙丁戊", "zzzzqq", "维多利亚", "9999", "马可波罗半岛", "哈佛大学", "qwerty", "罗马假日", "夏威夷", "魁北克城堡",
                "天鹅", "abcd", "8848", "埃菲尔铁塔"
            })
    void whatIsLikeNothingFindsNothingNear(String typed) {
        assertThat(firstOf(typed)).isEmpty();
    }

    @Test
    void theSameNameComesBeforeOthersThatAreNear() {
        assertThat(firstOf("和顺苑1期")).first().isEqualTo("和顺苑一期");
        assertThat(firstOf("龙渊苑")).first().isEqualTo("龙渊园");
        AreaChoices elsewhere = AreaChoices.of(AreaSearch.of("晴山区龙渊园"), areas, page -> Map.of());
        assertThat(elsewhere.page().items()).isEmpty();
        assertThat(elsewhere.near().get(0).area().name()).isEqualTo("龙渊园");
    }
}
