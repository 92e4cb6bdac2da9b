package org.maintenancefund.kernel;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Lets entities have a {@link MobileNumber} where the table has text. */
@Converter(autoApply = true)
class MobileNumberConverter implements AttributeConverter<MobileNumber, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable MobileNumber value) {
        return value == null ? null : value.value();
    }

    @Override
    public @Nullable MobileNumber convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : new MobileNumber(column);
    }
}
