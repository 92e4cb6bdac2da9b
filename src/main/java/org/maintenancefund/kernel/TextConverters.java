package org.maintenancefund.kernel;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Let entities have values of this package where their tables have text. */
final class TextConverters {

    private TextConverters() {}

    /** Of a value that is one text. */
    abstract static class Of<T> implements AttributeConverter<T, String> {

        private final Function<T, String> text;
        private final Function<String, T> value;

        Of(Function<T, String> text, Function<String, T> value) {
            this.text = text;
            this.value = value;
        }

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable T attribute) {
            return attribute == null ? null : text.apply(attribute);
        }

        @Override
        public @Nullable T convertToEntityAttribute(@Nullable String column) {
            return column == null ? null : value.apply(column);
        }
    }

    @Converter(autoApply = true)
    static class OfCreditCode extends Of<CreditCode> {
        OfCreditCode() {
            super(CreditCode::value, CreditCode::new);
        }
    }

    @Converter(autoApply = true)
    static class OfLandlineNumber extends Of<LandlineNumber> {
        OfLandlineNumber() {
            super(LandlineNumber::value, LandlineNumber::new);
        }
    }

    @Converter(autoApply = true)
    static class OfMobileNumber extends Of<MobileNumber> {
        OfMobileNumber() {
            super(MobileNumber::value, MobileNumber::new);
        }
    }

    @Converter(autoApply = true)
    static class OfPersonName extends Of<PersonName> {
        OfPersonName() {
            super(PersonName::value, PersonName::new);
        }
    }

    @Converter(autoApply = true)
    static class OfPhoneNumber extends Of<PhoneNumber> {
        OfPhoneNumber() {
            super(PhoneNumber::value, PhoneNumber::new);
        }
    }
}
