package org.maintenancefund.area.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * How long the questions about areas take in a city of a million. Not part of the build:
 *
 * <pre>./mvnw test -Dtest=AreaBenchmark</pre>
 *
 * <p>Measured is what a page asks for: the 20 areas <em>and</em> the count, from the service down to the database and back,
 * after {@value #WARM_UP} rounds, over {@value #ROUNDS}. The table is printed and written to target/area-benchmark.md.
 */
@IntegrationTest
// Making the indexes takes longer than any request may wait.
@TestPropertySource(properties = "spring.datasource.hikari.data-source-properties.socketTimeout=0")
class AreaBenchmark {

    @Autowired
    World world;

    private static final int SMALL = 10_000;
    private static final int LARGE = Integer.getInteger("benchmark.areas", 1_000_000);
    private static final int DISTRICTS = 10;
    private static final int DEEP = 100_000;
    private static final int WARM_UP = 50;
    private static final int ROUNDS = 300;

    /** Milliseconds below which a collection of garbage decides. */
    private static final double NOISE = 2;

    private static final List<String> TEXTS =
            List.of("鹮", "花", "朱鹮", "花园", "朱鹮里", "湖花园", "朱鹮里国际花", "和谐世纪花园", "和谐世纪花园一期", "dh-00777");

    /** Of one or two characters: how many rows have them grows with the city, and with it what it takes to find and count them. */
    private static final List<String> SHORT = List.of("花", "花园");

    private static final List<String> MISTAKEN =
            List.of("和谐化园", "和谐世纪花圆二期", "hexiehuayuan", "hxhy", "二期 和谐", "望湖路88号3栋");

    @Autowired
    PropertyAreas areas;

    @Autowired
    AreaFinder finder;

    @Autowired
    JdbcTemplate jdbc;

    /** Milliseconds. */
    record Times(double median, double p99) {

        @Override
        public String toString() {
            return "%.1f / %.1f".formatted(median, p99);
        }
    }

    @Test
    void timesInACityOfAMillion() throws IOException {
        List<DistrictCentre> centres = new ArrayList<>();
        for (int i = 0; i < DISTRICTS; i++) {
            String[] streets = new String[12];
            for (int street = 0; street < streets.length; street++) {
                streets[street] = "第" + (street + 1) + "街道";
            }
            centres.add(world.district(i == 0 ? "DH" : "Z" + (char) ('A' + i), "第" + (i + 1) + "测试区", streets));
        }
        GeneratedAreas.copyInto(jdbc, centres, 0, SMALL);
        jdbc.execute("VACUUM ANALYZE area");
        Map<String, Times> small = measure(centres.get(0), SMALL / 8);
        IndexesAfterwards.fill(jdbc, List.of("area"), () -> GeneratedAreas.copyInto(jdbc, centres, SMALL, LARGE));
        jdbc.execute("VACUUM ANALYZE area");
        Map<String, Times> large = measure(centres.get(0), DEEP);
        report(small, large);
        large.forEach((question, times) -> assertThat(times.p99()).as(question).isLessThan(50));
        Set<String> growing = Stream.of(
                        TEXTS.stream().filter(text -> text.length() <= 2).map(AreaBenchmark::first),
                        SHORT.stream().map(AreaBenchmark::within),
                        MISTAKEN.stream().map(AreaBenchmark::near))
                .flatMap(questions -> questions)
                .collect(Collectors.toSet());
        large.forEach((question, times) -> assertThat(times.p99())
                .as(question + ", against the small city")
                .isLessThan(
                        growing.contains(question)
                                ? Double.MAX_VALUE
                                : 3 * Math.max(small.get(question).p99(), NOISE)));
    }

    private Map<String, Times> measure(DistrictCentre own, int deep) {
        Map<String, Times> times = new LinkedHashMap<>();
        for (String text : TEXTS) {
            times.put(first(text), time(() -> page(AreaSearch.of(text))));
        }
        for (String text : SHORT) {
            times.put(within(text), time(() -> page(AreaSearch.of(text).in(own.id()))));
        }
        for (String text : MISTAKEN) {
            times.put(near(text), time(() -> areas.near(AreaSearch.of(text), Slice.SIZE)));
        }
        times.put("全部，第一页和总数", time(() -> page(AreaSearch.of(""))));
        AreaSearch all = AreaSearch.of("").page(cursorBehind("ALL", "true", deep), null);
        times.put("全部，很深的一页（按游标）", time(() -> areas.search(all)));
        AreaSearch gardens =
                AreaSearch.of("花园").page(cursorBehind("WITHIN", "strpos(search_key, '花园') > 0", deep), null);
        times.put("查找 花园，很深的一页（按游标）", time(() -> areas.search(gardens)));
        AreaId some = new AreaId(jdbc.queryForObject(
                "SELECT id FROM area WHERE name_key LIKE '和谐花园%' ORDER BY name_key LIMIT 1", UUID.class));
        times.put("详情", time(() -> areas.get(some)));
        times.put("同一小区的其他区域", time(() -> areas.siblings(areas.get(some))));
        times.put("同一小区和名称相近的区域", time(() -> areas.similar(areas.get(some))));
        return times;
    }

    private static String first(String text) {
        return "查找 " + text + "，第一页和总数";
    }

    private static String within(String text) {
        return "查找 " + text + "，本区";
    }

    private static String near(String text) {
        return "您是不是要找：" + text;
    }

    private void page(AreaSearch search) {
        areas.search(search);
        finder.list(search).count();
    }

    private String cursorBehind(String band, String condition, int rows) {
        Map<String, Object> row = jdbc.queryForMap("SELECT sort_key, id FROM area WHERE " + condition
                + " ORDER BY sort_key, id OFFSET " + rows + " LIMIT 1");
        return Cursor.write(band, row.get("sort_key"), row.get("id"));
    }

    private static Times time(Runnable question) {
        for (int i = 0; i < WARM_UP; i++) {
            question.run();
        }
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            question.run();
            nanos.add(System.nanoTime() - start);
        }
        nanos.sort(null);
        return new Times(nanos.get(ROUNDS / 2) / 1e6, nanos.get(ROUNDS * 99 / 100) / 1e6);
    }

    private static void report(Map<String, Times> small, Map<String, Times> large) throws IOException {
        StringBuilder table = new StringBuilder(
                "| Question | %,d areas: median / p99 ms | %,d areas: median / p99 ms |%n|---|---|---|%n"
                        .formatted(SMALL, LARGE));
        large.forEach((question, times) ->
                table.append("| %s | %s | %s |%n".formatted(question, small.get(question), times)));
        Path target = Files.createDirectories(Path.of("target"));
        Files.writeString(target.resolve("area-benchmark.md"), table);
        System.out.println(table);
    }
}
