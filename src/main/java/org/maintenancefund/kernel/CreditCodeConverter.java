package org.maintenancefund.kernel;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Lets entities have a {@link CreditCode} where the table has text. */
@Converter(autoApply = true)
class CreditCodeConverter implements AttributeConverter<CreditCode, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable CreditCode value) {
        return value == null ? null : value.value();
    }

    @Override
    public @Nullable CreditCode convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : new CreditCode(column);
    }
}
