package org.maintenancefund.kernel;

import jakarta.persistence.AttributeConverter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets entities have a value where their tables have a plain column: a text, a number.
 *
 * @param <T> the value's type
 * @param <C> the column's
 */
public abstract class ColumnConverter<T, C> implements AttributeConverter<T, C> {

    private final Function<T, C> column;
    private final Function<C, T> value;

    protected ColumnConverter(Function<T, C> column, Function<C, T> value) {
        this.column = column;
        this.value = value;
    }

    @Override
    public @Nullable C convertToDatabaseColumn(@Nullable T attribute) {
        return attribute == null ? null : column.apply(attribute);
    }

    @Override
    public @Nullable T convertToEntityAttribute(@Nullable C column) {
        return column == null ? null : value.apply(column);
    }
}
