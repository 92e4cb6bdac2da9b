package org.maintenancefund.kernel;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Lets entities have a {@link LandlineNumber} where the table has text. */
@Converter(autoApply = true)
class LandlineNumberConverter implements AttributeConverter<LandlineNumber, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable LandlineNumber value) {
        return value == null ? null : value.value();
    }

    @Override
    public @Nullable LandlineNumber convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : new LandlineNumber(column);
    }
}
