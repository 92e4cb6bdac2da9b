package org.maintenancefund.kernel;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Lets entities have a {@link PhoneNumber} where the table has text. */
@Converter(autoApply = true)
class PhoneNumberConverter implements AttributeConverter<PhoneNumber, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable PhoneNumber value) {
        return value == null ? null : value.value();
    }

    @Override
    public @Nullable PhoneNumber convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : new PhoneNumber(column);
    }
}
