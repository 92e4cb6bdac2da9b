package org.maintenancefund.kernel.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.maintenancefund.kernel.ChineseText;

/**
 * The statement that brings up records whose names may be near to what was typed; {@link Likeness} ranks them. Each way to them
 * is asked by itself and for so many at most, so that one with many hits hides no other's.
 */
public final class NearSql {

    /** Of each way. */
    private static final int CANDIDATES = 200;

    /** Fewer letters say too little of how a name sounds. */
    private static final int FEWEST_LETTERS = 3;

    private static final String LAST_LETTER = "{";

    private final SearchedTable table;
    private final NameQuery query;
    private final SearchText text;
    private final NameCore core;
    private final Map<String, Object> parameters = new HashMap<>();
    private final List<String> ways = new ArrayList<>();

    public NearSql(SearchedTable table, NameQuery query) {
        this.table = table;
        this.query = query;
        this.text = query.text();
        this.core = text.core();
        if (table.gramsOf() == null) {
            readThrough();
        } else {
            byIndexes();
        }
    }

    private void byIndexes() {
        way("same", core.keysOfSame());
        if (text.isLetters()) {
            if (text.written().length() >= FEWEST_LETTERS) {
                beginning("pinyin", NameSound.of(text.written()));
                beginning("initials", NameSound.initials(text.written()));
            }
            return;
        }
        // 小区 may be where the mistake is.
        way(
                "mistaken",
                Stream.of(core, new NameCore(text.written()))
                        .flatMap(name -> name.keysOfMistaken().stream())
                        .distinct()
                        .toList());
        way("parts", core.keysOfParts());
        way("kin", core.keysOfKin());
        if (text.words().size() > 1) {
            parameters.put("wordGrams", text.gramsOfWords().toArray(String[]::new));
            ways.add("grams(" + table.gramsOf() + ") @> CAST(:wordGrams AS text[])");
        }
    }

    private void way(String name, List<String> keys) {
        if (!keys.isEmpty()) {
            parameters.put(name, keys.toArray(String[]::new));
            ways.add("a.find_keys && CAST(:" + name + " AS text[])");
        }
    }

    private void beginning(String column, String letters) {
        parameters.put(column, letters);
        parameters.put(column + "End", letters + LAST_LETTER);
        ways.add("a." + column + " >= :" + column + " AND a." + column + " < :" + column + "End");
    }

    /** All characters but one, in whatever order, or the stem; some thousands of rows are read through for that. */
    private void readThrough() {
        List<String> characters = text.core()
                .text()
                .codePoints()
                .distinct()
                .mapToObj(Character::toString)
                .toList();
        parameters.put("characters", characters.toArray(String[]::new));
        parameters.put("most", Math.max(2, characters.size() - 1));
        ways.add("(SELECT count(*) FROM unnest(CAST(:characters AS text[])) c WHERE strpos(" + table.searchKey()
                + ", c) > 0) >= :most");
        String stem = core.stem();
        if (ChineseText.length(stem) > 1) {
            parameters.put("stem", stem);
            ways.add("strpos(" + table.searchKey() + ", :stem) > 0");
        }
    }

    /** Identifiers and search keys of those that may be near. */
    public String candidates() {
        List<String> asked = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (String way : ways) {
            String name = "way_" + asked.size();
            // Materialized it is planned for all its rows: a limit would make the planner hope to meet some soon by
            // walking.
            asked.add(name + " AS MATERIALIZED (SELECT a.id, " + table.searchKey() + " AS search_key FROM "
                    + table.from() + " WHERE " + way + query.place().sql()
                    + query.traits().sql() + ")");
            taken.add("(SELECT id, search_key FROM " + name + " LIMIT " + CANDIDATES + ")");
        }
        return "WITH " + String.join(", ", asked) + " " + String.join(" UNION ALL ", taken);
    }

    /** The rows of some of them. */
    String rows() {
        return "SELECT " + table.columns() + ", a.id AS sort_id FROM " + table.from() + " WHERE a.id = ANY (:ids)";
    }

    public Map<String, Object> parameters() {
        Map<String, Object> all = query.params();
        all.putAll(parameters);
        all.put("key", text.key());
        all.put("written", text.written());
        return all;
    }
}
