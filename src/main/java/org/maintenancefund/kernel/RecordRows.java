package org.maintenancefund.kernel;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Fills a record by the columns of its components' names. A component is of a type of the database, a list of texts, an enum,
 * or a record around one value; how each is read is settled once, when this is made, so that a row costs little more than its
 * cells.
 */
public final class RecordRows<T extends Record> implements RowMapper<T> {

    /** What a cell of a type is read by; null where the cell is. */
    private interface Cell {
        @Nullable
        Object read(ResultSet row, int column) throws SQLException;
    }

    private record Column(String name, Cell cell) {}

    private static final Map<Class<?>, Cell> CELLS = Map.of(
            String.class,
            ResultSet::getString,
            int.class,
            (row, column) -> filled(row, row.getInt(column)),
            long.class,
            (row, column) -> filled(row, row.getLong(column)),
            boolean.class,
            (row, column) -> filled(row, row.getBoolean(column)),
            BigDecimal.class,
            ResultSet::getBigDecimal,
            UUID.class,
            (row, column) -> row.getObject(column, UUID.class),
            List.class,
            (row, column) -> {
                Array texts = row.getArray(column);
                return texts == null ? null : List.of((String[]) texts.getArray());
            },
            LocalDate.class,
            (row, column) -> row.getObject(column, LocalDate.class),
            Instant.class,
            (row, column) -> {
                Timestamp time = row.getTimestamp(column);
                return time == null ? null : time.toInstant();
            });

    private final Constructor<T> constructor;
    private final List<Column> columns;

    public RecordRows(Class<T> type) {
        constructor = constructor(type);
        columns = Arrays.stream(type.getRecordComponents())
                .map(component -> new Column(
                        JdbcUtils.convertPropertyNameToUnderscoreName(component.getName()), cell(component.getType())))
                .toList();
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Column column = columns.get(i);
            values[i] = column.cell().read(row, row.findColumn(column.name()));
        }
        return made(constructor, values);
    }

    private static Cell cell(Class<?> type) {
        Cell known = CELLS.get(type);
        if (known != null) {
            return known;
        }
        if (type.isEnum()) {
            Map<String, Object> constants = constants(type);
            return (row, column) -> constant(constants, row.getString(column));
        }
        RecordComponent[] parts = type.getRecordComponents();
        if (parts == null || parts.length != 1) {
            throw new IllegalArgumentException("no column holds a " + type.getName());
        }
        Constructor<?> around = constructor(type);
        Cell inner = cell(parts[0].getType());
        return (row, column) -> {
            Object value = inner.read(row, column);
            return value == null ? null : made(around, value);
        };
    }

    private static Object filled(ResultSet row, Object value) throws SQLException {
        if (row.wasNull()) {
            throw new DataRetrievalFailureException("null, where a record has room for a number or a boolean only");
        }
        return value;
    }

    private static Map<String, Object> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(constant -> ((Enum<?>) constant).name(), constant -> constant));
    }

    private static @Nullable Object constant(Map<String, Object> constants, @Nullable String name) {
        if (name == null) {
            return null;
        }
        Object constant = constants.get(name);
        if (constant == null) {
            throw new DataRetrievalFailureException("no constant is called " + name);
        }
        return constant;
    }

    private static <R> Constructor<R> constructor(Class<R> type) {
        Class<?>[] parts = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(parts);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <R> R made(Constructor<R> constructor, @Nullable Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new DataRetrievalFailureException("refused by " + constructor, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
