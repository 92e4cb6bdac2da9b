package org.maintenancefund.kernel.paging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A list in the order of some columns, which together are a row's own: a page begins behind the last row of the page before,
 * which an index finds at once however deep it lies.
 *
 * @param columns    what a row is made of, after SELECT
 * @param from       the tables, with FROM
 * @param keys       the columns it is ordered by
 * @param descending true where the highest comes first
 */
public record Keyset<T>(String columns, String from, List<Key> keys, boolean descending, RowMapper<T> rows) {

    /** A column and how its value is read: a point in time, a date, an identifier, a number or a text. */
    public record Key(String column, Class<?> type) {

        private Object read(ResultSet row, int place) throws SQLException {
            String name = "sort_" + place;
            return type == Instant.class ? row.getTimestamp(name).toInstant() : row.getString(name);
        }

        private Object read(Cursor cursor, int place) {
            if (type == Instant.class) {
                return Timestamp.from(cursor.instant(place));
            }
            if (type == LocalDate.class) {
                return cursor.day(place);
            }
            if (type == UUID.class) {
                return cursor.id(place);
            }
            String word = cursor.keys().get(place);
            return type == Integer.class ? Integer.valueOf(word) : word;
        }
    }

    private record Row<T>(T item, String cursor) {}

    /** The rows for which the conditions hold. */
    public Listing<T> where(JdbcClient jdbc, Conditions conditions) {
        return new Listing<>() {
            @Override
            public Cursor cursor(@Nullable String after, @Nullable String before) {
                return Cursor.read(after, before, keys.size()).checked(Keyset.this::place);
            }

            @Override
            public Slice<T> slice(Cursor cursor, int size) {
                Map<String, Object> params = new HashMap<>(conditions.params());
                params.putAll(place(cursor));
                boolean down = descending != cursor.backwards();
                List<Row<T>> fetched = jdbc.sql("SELECT " + columns + sortColumns() + " " + from + " WHERE true"
                                + conditions.sql() + behind(cursor, down) + order(down) + " LIMIT " + (size + 1))
                        .params(params)
                        .query((row, number) -> new Row<>(rows.mapRow(row, number), key(row)))
                        .list();
                Slice<Row<T>> slice = Slice.of(fetched, cursor, Row::cursor, size);
                return new Slice<>(slice.items().stream().map(Row::item).toList(), slice.previous(), slice.next());
            }

            @Override
            public CappedCount count() {
                return CappedCount.ofCountedUpToOneMore(jdbc.sql("SELECT count(*) FROM (SELECT " + from
                                + " WHERE true" + conditions.sql() + " LIMIT " + (CappedCount.LIMIT + 1)
                                + ") AS counted")
                        .params(conditions.params())
                        .query(Long.class)
                        .single());
            }
        };
    }

    private String sortColumns() {
        return IntStream.range(0, keys.size())
                .mapToObj(place -> ", " + keys.get(place).column() + " AS sort_" + place)
                .collect(Collectors.joining());
    }

    private String key(ResultSet row) throws SQLException {
        Object[] parts = new Object[keys.size()];
        for (int place = 0; place < parts.length; place++) {
            parts[place] = keys.get(place).read(row, place);
        }
        return Cursor.write(parts);
    }

    /** The row that the cursor names, as parameters; throws where it names none. */
    private Map<String, Object> place(Cursor cursor) {
        return cursor.atStart()
                ? Map.of()
                : IntStream.range(0, keys.size())
                        .boxed()
                        .collect(Collectors.toMap(
                                place -> "sort_" + place,
                                place -> keys.get(place).read(cursor, place)));
    }

    private String behind(Cursor cursor, boolean down) {
        if (cursor.atStart()) {
            return "";
        }
        String columns = keys.stream().map(Key::column).collect(Collectors.joining(", "));
        String values = IntStream.range(0, keys.size())
                .mapToObj(place -> ":sort_" + place)
                .collect(Collectors.joining(", "));
        return " AND (" + columns + ") " + (down ? "<" : ">") + " (" + values + ")";
    }

    private String order(boolean down) {
        return keys.stream()
                .map(key -> key.column() + (down ? " DESC" : ""))
                .collect(Collectors.joining(", ", " ORDER BY ", ""));
    }
}
