package org.maintenancefund.application.domain;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationKind;
import org.springframework.stereotype.Component;

/** A kind of application as the database calls it. */
@Component
@Converter(autoApply = true)
@RequiredArgsConstructor
class ApplicationKindConverter implements AttributeConverter<ApplicationKind, String> {

    private final ApplicationDefinitions definitions;

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ApplicationKind kind) {
        return kind == null ? null : kind.code();
    }

    @Override
    public @Nullable ApplicationKind convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : definitions.of(code).kind();
    }
}
