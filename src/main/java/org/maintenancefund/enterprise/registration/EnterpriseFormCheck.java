package org.maintenancefund.enterprise.registration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.account.ProposedOperator;
import org.maintenancefund.account.ProposedPeople;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.PhoneNumber;
import org.maintenancefund.web.FieldErrors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Reads 物管企业注册: what was typed, not what else is known of the company. */
@Component
@EnableConfigurationProperties(RegistrationProperties.class)
class EnterpriseFormCheck {

    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_EMAIL = 254;
    /** Enough to find a slip of the finger; only a message that arrives proves an address. */
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

    private final Districts districts;
    private final RegistrationProperties limits;

    EnterpriseFormCheck(Districts districts, RegistrationProperties limits) {
        this.districts = districts;
        this.limits = limits;
    }

    /** The details, or empty where {@code errors} has something to say. */
    Optional<EnterpriseDetails> read(EnterpriseForm form, Errors errors) {
        String name = FieldErrors.check(
                errors, "name", told(ChineseText.required(form.getName(), LONGEST_NAME), "enterprise.name.required"));
        if (name != null && ChineseText.length(name) < SHORTEST_NAME) {
            FieldErrors.reject(errors, "name", "enterprise.name.too-short");
        }
        CreditCode code = code(form, errors);
        PersonName legal = FieldErrors.check(
                errors,
                "legalRepresentative",
                told(PersonName.parse(form.getLegalRepresentative()), "enterprise.legalRepresentative.required"));
        String registered = FieldErrors.check(
                errors,
                "registeredAddress",
                told(
                        ChineseText.required(form.getRegisteredAddress(), LONGEST_ADDRESS),
                        "enterprise.registeredAddress.required"));
        String office = FieldErrors.check(
                errors, "officeAddress", ChineseText.optional(form.getOfficeAddress(), LONGEST_ADDRESS));
        DistrictId district = FieldErrors.check(errors, "district", district(form));
        PersonName contact = FieldErrors.check(
                errors,
                "contactName",
                told(PersonName.parse(form.getContactName()), "enterprise.contactName.required"));
        MobileNumber mobile = FieldErrors.check(
                errors,
                "contactMobile",
                told(MobileNumber.parse(form.getContactMobile()), "enterprise.contactMobile.required"));
        PhoneNumber phone = ChineseText.clean(form.getPhone()).isEmpty()
                ? null
                : FieldErrors.check(errors, "phone", PhoneNumber.parse(form.getPhone()));
        String email = FieldErrors.check(errors, "email", email(form));
        List<ProposedOperator> people = ProposedPeople.read(form.getOperators(), limits.maxOperators(), errors);
        if (errors.hasErrors()
                || name == null
                || code == null
                || legal == null
                || registered == null
                || office == null
                || district == null
                || contact == null
                || mobile == null
                || email == null) {
            return Optional.empty();
        }
        return Optional.of(new EnterpriseDetails(
                name,
                code.value(),
                legal.value(),
                registered,
                office,
                district.value(),
                contact.value(),
                mobile.toString(),
                phone == null ? null : phone.value(),
                email,
                people.stream()
                        .map(person -> new EnterpriseDetails.Person(
                                person.name(), person.mobile().toString()))
                        .toList()));
    }

    /** The code typed, where it is one whose check characters do not hold. */
    static Optional<CreditCode> doubtful(EnterpriseForm form) {
        Checked<CreditCode> read = CreditCode.wellFormed(form.getCreditCode());
        return read.isOk() && read.value().doubt().isPresent() ? Optional.of(read.value()) : Optional.empty();
    }

    /** A code whose check does not hold is taken where the applicant has compared it with the licence once more. */
    private static @Nullable CreditCode code(EnterpriseForm form, Errors errors) {
        return FieldErrors.check(
                errors,
                "creditCode",
                form.isCodeCompared()
                        ? CreditCode.wellFormed(form.getCreditCode())
                        : CreditCode.parse(form.getCreditCode()));
    }

    private Checked<DistrictId> district(EnterpriseForm form) {
        return districts.all().stream()
                .map(DistrictCentre::id)
                .filter(id -> id.toString().equals(form.getDistrict()))
                .findFirst()
                .map(Checked::ok)
                .orElseGet(() -> Checked.refused("enterprise.district.required"));
    }

    private static Checked<String> email(EnterpriseForm form) {
        Checked<String> text = ChineseText.optional(ChineseText.nfkc(form.getEmail()), LONGEST_EMAIL);
        return text.isOk()
                        && !text.value().isEmpty()
                        && !EMAIL.matcher(text.value()).matches()
                ? Checked.refused("enterprise.email.unreadable")
                : text;
    }

    private static <T> Checked<T> told(Checked<T> read, String whenMissing) {
        return !read.isOk() && read.reason().code().endsWith(".required") ? Checked.refused(whenMissing) : read;
    }
}
