package org.maintenancefund.kernel.paging;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a list is narrowed down by, in the words of the database; values are parameters, never text of the statement. */
public final class Conditions {

    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> params = new HashMap<>();

    /** One that takes no parameter, or takes one that is bound by itself. */
    public Conditions and(String condition) {
        sql.append(" AND ").append(condition);
        return this;
    }

    public Conditions and(String condition, String name, Object value) {
        return and(condition).bind(name, value);
    }

    /** Nothing where nothing is asked for. An enum is stored by its name. */
    public Conditions equal(String column, Optional<?> value) {
        String name = column.substring(column.indexOf('.') + 1);
        value.ifPresent(asked ->
                and(column + " = :" + name, name, asked instanceof Enum<?> constant ? constant.name() : asked));
        return this;
    }

    /** The same, written out: an index of the rows of one value alone serves no parameter. */
    public <E extends Enum<E>> Conditions constant(String column, Optional<E> value) {
        value.ifPresent(asked -> and(column + " = '" + asked.name() + "'"));
        return this;
    }

    /** A pattern of LIKE for what has the text somewhere. */
    public static String part(String text) {
        return "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    /** A parameter that a condition names. */
    public Conditions bind(String name, Object value) {
        Object other = params.put(name, value);
        if (other != null && !other.equals(value)) {
            throw new IllegalArgumentException("another value is bound to " + name);
        }
        return this;
    }

    /** To stand behind another condition. */
    public String sql() {
        return sql.toString();
    }

    public Map<String, Object> params() {
        return Map.copyOf(params);
    }
}
