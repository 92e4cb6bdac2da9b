package org.maintenancefund.committee.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.account.ProposedPeople;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeProperties;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.web.FieldErrors;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Reads the typed form: each field its own sentence where something is wrong, else the round's details. */
@Component
public class CommitteeFormCheck {

    private static final int MAX_ADDRESS = 200;
    private static final int MAX_FILING_NUMBER = 60;
    private static final int MAX_TERM_NUMBER = 99;

    private final CommitteeProperties limits;

    CommitteeFormCheck(CommitteeProperties limits) {
        this.limits = limits;
    }

    /** The details, or null where {@code errors} has something to say. */
    public @Nullable CommitteeDetails read(CommitteeForm form, AreaView area, Errors errors) {
        CommitteeState state = readState(form, area, errors);
        List<Person> operators = operators(form, errors);
        if (errors.hasErrors() || state == null) {
            return null;
        }
        return new CommitteeDetails(
                area.id().value(),
                siblingAnswer(form),
                state.attribute(),
                state.name(),
                state.termNumber(),
                state.termStart(),
                state.termEnd(),
                state.filingNumber(),
                state.officeAddress(),
                state.contactName(),
                state.contactMobile(),
                operators);
    }

    /** What of the record the form says, without people and area; null where {@code errors} has something to say. */
    public @Nullable CommitteeState readState(CommitteeForm form, AreaView area, Errors errors) {
        CommitteeAttribute attribute = attribute(form, errors);
        String name = FieldErrors.check(
                errors,
                "name",
                attribute == null
                        ? required(form.getName(), CommitteeName.MAX, "committee.name.missing")
                        : CommitteeName.read(form.getName(), attribute, area.name()));
        boolean formal = attribute == CommitteeAttribute.FORMAL;
        Integer number = formal ? termNumber(form, errors) : null;
        LocalDate start = formal ? date(form.getTermStart(), "termStart", errors) : null;
        LocalDate end = formal ? date(form.getTermEnd(), "termEnd", errors) : null;
        if (start != null && end != null) {
            checkTerm(start, end, errors);
        }
        String filing = formal
                ? FieldErrors.check(
                        errors, "filingNumber", ChineseText.optional(form.getFilingNumber(), MAX_FILING_NUMBER))
                : null;
        String office = FieldErrors.check(
                errors,
                "officeAddress",
                required(form.getOfficeAddress(), MAX_ADDRESS, "committee.office-address.missing"));
        PersonName contact = FieldErrors.check(errors, "contactName", PersonName.parse(form.getContactName()));
        MobileNumber mobile = FieldErrors.check(errors, "contactMobile", MobileNumber.parse(form.getContactMobile()));
        if (errors.hasErrors()
                || attribute == null
                || name == null
                || office == null
                || contact == null
                || mobile == null) {
            return null;
        }
        return new CommitteeState(
                attribute,
                name,
                number,
                start,
                end,
                filing == null || filing.isEmpty() ? null : filing,
                office,
                contact.toString(),
                mobile.toString());
    }

    /** The exceptions ticked in step 1; what is none is left out. */
    public static List<SiblingException> siblingAnswer(CommitteeForm form) {
        return Arrays.stream(SiblingException.values())
                .filter(exception -> form.getSiblingAnswer().contains(exception.name()))
                .toList();
    }

    private static @Nullable CommitteeAttribute attribute(CommitteeForm form, Errors errors) {
        for (CommitteeAttribute attribute : CommitteeAttribute.values()) {
            if (attribute.name().equals(form.getAttribute())) {
                return attribute;
            }
        }
        FieldErrors.reject(errors, "attribute", Reason.of("committee.attribute.missing"));
        return null;
    }

    private static @Nullable Integer termNumber(CommitteeForm form, Errors errors) {
        String typed = ChineseText.code(form.getTermNumber());
        if (typed.isEmpty()) {
            FieldErrors.reject(errors, "termNumber", Reason.of("committee.term-number.missing"));
            return null;
        }
        if (!typed.matches("[1-9][0-9]?")) {
            FieldErrors.reject(errors, "termNumber", Reason.of("committee.term-number.unreadable", MAX_TERM_NUMBER));
            return null;
        }
        return Integer.valueOf(typed);
    }

    private static @Nullable LocalDate date(String typed, String field, Errors errors) {
        return FieldErrors.check(errors, field, TypedDate.parse(typed));
    }

    private void checkTerm(LocalDate start, LocalDate end, Errors errors) {
        if (!end.isAfter(start)) {
            FieldErrors.reject(errors, "termEnd", Reason.of("committee.term-end.before-start"));
        } else if (end.isAfter(start.plus(limits.longestTerm()))) {
            FieldErrors.reject(
                    errors,
                    "termEnd",
                    Reason.of(
                            "committee.term-end.too-long",
                            limits.longestTerm().getYears(),
                            start.plus(limits.longestTerm()).toString()));
        }
    }

    private List<Person> operators(CommitteeForm form, Errors errors) {
        return ProposedPeople.read(form.getOperators(), limits.maxOperators(), errors).stream()
                .map(person -> new Person(person.name(), person.mobile().toString()))
                .toList();
    }

    private static Checked<String> required(String typed, int max, String missing) {
        Checked<String> text = ChineseText.required(typed, max);
        return !text.isOk() && ChineseText.clean(typed).isEmpty() ? Checked.refused(missing) : text;
    }
}
