package org.maintenancefund.area.domain;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills tables as one would load a city: without the indexes that are no constraint's, which are made anew afterwards as they were.
 * A row by itself would be put into each gin index by some dozens of its words.
 */
final class IndexesAfterwards {

    private IndexesAfterwards() {}

    static void fill(JdbcTemplate jdbc, List<String> tables, Runnable filling) {
        List<String> definitions = jdbc.queryForList("""
                SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i
                WHERE i.indrelid = ANY (?::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid)
                ORDER BY 1
                """, String.class, (Object) tables.toArray(String[]::new));
        jdbc.queryForList("""
                SELECT i.indexrelid::regclass::text FROM pg_index i
                WHERE i.indrelid = ANY (?::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid)
                """, String.class, (Object) tables.toArray(String[]::new))
                .forEach(index -> jdbc.execute("DROP INDEX " + index));
        filling.run();
        definitions.forEach(jdbc::execute);
    }
}
