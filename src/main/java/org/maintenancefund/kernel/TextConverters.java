package org.maintenancefund.kernel;

import jakarta.persistence.Converter;

/** Let entities have values of this package where their tables have text. */
final class TextConverters {

    private TextConverters() {}

    @Converter(autoApply = true)
    static class OfCreditCode extends ColumnConverter<CreditCode, String> {
        OfCreditCode() {
            super(CreditCode::value, CreditCode::new);
        }
    }

    @Converter(autoApply = true)
    static class OfLandlineNumber extends ColumnConverter<LandlineNumber, String> {
        OfLandlineNumber() {
            super(LandlineNumber::value, LandlineNumber::new);
        }
    }

    @Converter(autoApply = true)
    static class OfMobileNumber extends ColumnConverter<MobileNumber, String> {
        OfMobileNumber() {
            super(MobileNumber::value, MobileNumber::new);
        }
    }

    @Converter(autoApply = true)
    static class OfPersonName extends ColumnConverter<PersonName, String> {
        OfPersonName() {
            super(PersonName::value, PersonName::new);
        }
    }

    @Converter(autoApply = true)
    static class OfPhoneNumber extends ColumnConverter<PhoneNumber, String> {
        OfPhoneNumber() {
            super(PhoneNumber::value, PhoneNumber::new);
        }
    }
}
