package org.maintenancefund.kernel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Fills a record by the columns of its components' names. A value of a type of our own, or a point in time, is read as it comes and
 * converted: the driver, asked for a type that it does not know, answers each cell with an exception.
 */
public class RecordRows<T> extends DataClassRowMapper<T> {

    public RecordRows(Class<T> type) {
        super(type);
    }

    @Override
    protected @Nullable Object getColumnValue(ResultSet row, int index, Class<?> type) throws SQLException {
        boolean known =
                type.isPrimitive() || type.isEnum() || type.getName().startsWith("java.") && type != Instant.class;
        return known ? super.getColumnValue(row, index, type) : JdbcUtils.getResultSetValue(row, index);
    }
}
