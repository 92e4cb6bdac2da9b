package org.maintenancefund.area.domain;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Street;
import org.maintenancefund.kernel.search.NameCore;
import org.maintenancefund.kernel.search.NameWriting;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many areas with names as they occur, copied straight into the table: for tests of plans and times, where entering each
 * by itself would take too long. The same seed gives the same city. One name in some thousands has characters that no other
 * has ({@link #RARE}), many have the same ones: what is rare and what is frequent takes different ways through the indexes.
 */
final class GeneratedAreas {

    /** A name that few areas have. */
    static final String RARE = "朱鹮里";

    private static final int RARE_EVERY = 5_000;

    private static final String[] FIRST = {
        "和谐", "春江", "翠湖", "锦绣", "阳光", "金沙", "碧水", "云台", "听涛", "紫荆", "丽景", "华府", "星河", "青枫", "望湖", "龙泉", "银湾", "文澜",
        "凤凰", "松岭", "梅坞", "东方", "江南", "城南", "北辰", "南山", "西岸", "祥和", "幸福", "朝阳"
    };
    private static final String[] SECOND = {
        "", "", "国际", "世纪", "滨江", "山水", "新城", "天悦", "名都", "御景", "左岸", "里仁", "嘉和", "鼎盛", "长安", "明珠", "东湖", "西溪", "香樟",
        "丹桂", "银杏", "白鹭", "玉兰", "秋水", "春晓", "映月", "流云", "观澜", "揽胜", "聚贤"
    };
    private static final String[] LAST = {"花园", "花园", "花园", "家园", "小区", "苑", "雅苑", "名城", "公寓", "广场", "府", "里", "庭", "山庄"
    };
    private static final String[] MARKER = {"", "", "", "一期", "二期", "三期", "南区", "北区", "A区", "B区"};
    private static final String[] ROAD = {"望湖路", "翠屏路", "松岭大道", "江滨东路", "科创一路", "石桥街", "解放路", "人民路", "听涛街", "古渡路"};

    private static final String COLUMNS =
            "id, code, name, name_key, sort_key, search_key, find_keys, pinyin, initials, sibling_bases, near_keys, district_id,"
                    + " street_id, address, type, total_floor_area, residential_floor_area, commercial_floor_area,"
                    + " other_floor_area, buildings, households, state, created_at, version, key_version";
    private static final int CHUNK = 10_000;

    private GeneratedAreas() {}

    /** Adds so many areas to the streets of a district, numbered from 1, and lets the database look at what it has. */
    static void copyInto(JdbcTemplate jdbc, DistrictCentre centre, int count) {
        copyInto(jdbc, List.of(centre), 0, count);
    }

    /**
     * Adds areas to the streets of several districts in turn.
     *
     * @param before how many are there already
     * @param count  how many there are afterwards
     */
    static void copyInto(JdbcTemplate jdbc, List<DistrictCentre> centres, int before, int count) {
        Random random = new Random(20261123L + before);
        Map<String, AreaKeys> named = new HashMap<>();
        for (int from = before; from < count; from += CHUNK) {
            StringBuilder rows = new StringBuilder();
            for (int place = from; place < from + CHUNK && place < count; place++) {
                rows.append(row(named, random, centres.get(place % centres.size()), 1 + place / centres.size(), place));
            }
            copy(jdbc, rows.toString());
        }
        jdbc.execute("ANALYZE area");
    }

    private static void copy(JdbcTemplate jdbc, String rows) {
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY area (" + COLUMNS + ") FROM STDIN", new StringReader(rows));
            } catch (IOException e) {
                throw new SQLException(e);
            }
        });
    }

    private static String row(
            Map<String, AreaKeys> named, Random random, DistrictCentre centre, int number, int place) {
        Street street = centre.streets().get(random.nextInt(centre.streets().size()));
        String name = (place % RARE_EVERY == 0 ? RARE : any(random, FIRST))
                + any(random, SECOND)
                + any(random, LAST)
                + any(random, MARKER);
        String address = any(random, ROAD) + (1 + random.nextInt(999)) + "号";
        // The keys of the name, which take most of the time, are worked out once a name.
        AreaKeys keys = named.computeIfAbsent(name, each -> AreaKeys.of("-", each, List.of(), address));
        return row(keys, random, centre, street, number, name, address);
    }

    /** Adds areas to the first street of a district, numbered from there on: their addresses by their names. */
    static void copyNamed(JdbcTemplate jdbc, DistrictCentre centre, int number, Map<String, String> addresses) {
        Random random = new Random(number);
        StringBuilder rows = new StringBuilder();
        int next = number;
        for (Map.Entry<String, String> area : addresses.entrySet()) {
            AreaKeys keys = AreaKeys.of("-", area.getKey(), List.of(), area.getValue());
            rows.append(row(keys, random, centre, centre.streets().get(0), next++, area.getKey(), area.getValue()));
        }
        copy(jdbc, rows.toString());
        jdbc.execute("ANALYZE area");
    }

    private static String row(
            AreaKeys keys,
            Random random,
            DistrictCentre centre,
            Street street,
            int number,
            String name,
            String address) {
        String code = "%s-%05d".formatted(centre.code(), number);
        List<String> findKeys =
                new ArrayList<>(keys.findKeys().subList(0, keys.findKeys().size() - 1));
        findKeys.add(NameCore.of(NameWriting.of(address)).key());
        return List.of(
                                new UUID(random.nextLong(), random.nextLong()),
                                code,
                                name,
                                keys.nameKey(),
                                keys.sortKey(),
                                NameWriting.key(List.of(name, address, code)),
                                array(findKeys),
                                keys.pinyin(),
                                keys.initials(),
                                array(keys.siblingBases()),
                                array(keys.nearKeys()),
                                centre.id(),
                                street.id(),
                                address,
                                "RESIDENTIAL\t60000\t60000\t0\t0",
                                1 + random.nextInt(30),
                                50 + random.nextInt(2000),
                                "ACTIVE\t2026-01-01T00:00:00Z\t0",
                                keys.version())
                        .stream()
                        .map(Object::toString)
                        .collect(Collectors.joining("\t"))
                + "\n";
    }

    private static String array(List<String> texts) {
        return texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(",", "{", "}"));
    }

    private static String any(Random random, String[] words) {
        return words[random.nextInt(words.length)];
    }
}
