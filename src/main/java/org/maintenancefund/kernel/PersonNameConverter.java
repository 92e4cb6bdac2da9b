package org.maintenancefund.kernel;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Lets entities have a {@link PersonName} where the table has text. */
@Converter(autoApply = true)
class PersonNameConverter implements AttributeConverter<PersonName, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable PersonName value) {
        return value == null ? null : value.value();
    }

    @Override
    public @Nullable PersonName convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : new PersonName(column);
    }
}
