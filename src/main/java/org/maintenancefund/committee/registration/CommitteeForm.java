package org.maintenancefund.committee.registration;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.account.ProposedPeople;
import org.maintenancefund.account.ProposedPeople.PersonRow;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.Term;
import org.maintenancefund.committee.TermNumber;
import org.maintenancefund.committee.domain.CommitteeName;
import org.maintenancefund.committee.domain.CommitteeState;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.web.Choice;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * 业委会注册 as typed: text throughout, so that a draft keeps also what can't be read. The components stand in the order of the
 * page; the error summary follows it.
 *
 * @param areaId        chosen in step 1
 * @param siblingAnswer names of {@link SiblingException}s, ticked in step 1
 * @param termNumber    counts for a formal committee alone, as the next three do
 * @param certificate   only the place of the scans on the page: their errors stand here, the scans themselves are with the draft
 * @param noCertificate why there is none, where a formal committee has none
 * @param others        the same for other scans
 * @param sameContact   同联系人: the first of the people is the contact
 */
@Labels("committee.field.")
public record CommitteeForm(
        String areaId,
        List<String> siblingAnswer,

        @Choice(value = CommitteeAttribute.class, required = "committee.attribute.missing") @Nullable
        String attribute,

        @Text(max = CommitteeName.MAX, required = "committee.name.missing") @Nullable
        String name,

        @Nullable String termNumber,
        @Nullable String termStart,
        @Nullable String termEnd,
        @Nullable String filingNumber,

        @Text(max = 200, required = "committee.office-address.missing") @Nullable
        String officeAddress,

        @Typed(PersonName.class) @Nullable String contactName,
        @Typed(MobileNumber.class) @Nullable String contactMobile,
        @Nullable String sameContact,
        List<PersonRow> operators,
        @Nullable Object certificate,

        @Text(max = 200, optional = true) @Nullable String noCertificate,

        @Nullable Object others) {

    private static final int MAX_FILING_NUMBER = 60;

    public CommitteeForm {
        areaId = Objects.requireNonNullElse(areaId, "");
        siblingAnswer = siblingAnswer == null ? List.of() : siblingAnswer;
        operators = ProposedPeople.rows(operators, sameContact, contactName, contactMobile);
        certificate = null;
        others = null;
    }

    /** The form with nothing but an area. */
    public static CommitteeForm startedWith(String area) {
        return new CommitteeForm(area, List.of(), "", "", "", "", "", "", "", "", "", "", List.of(), null, "", null);
    }

    /** The filled form of a round, for revising it. */
    static CommitteeForm of(CommitteeDetails details) {
        return of(details.committee())
                .with(
                        details.areaId().toString(),
                        details.siblingAnswer().stream().map(Enum::name).toList(),
                        ProposedPeople.rowsOf(details.operators()),
                        details.noCertificate());
    }

    /** The record as it would be typed; it names no operators. */
    public static CommitteeForm of(CommitteeState record) {
        Term term = record.term();
        return new CommitteeForm(
                "",
                List.of(),
                record.attribute().name(),
                record.name(),
                term == null ? "" : Integer.toString(term.number()),
                term == null ? "" : term.start().toString(),
                term == null ? "" : term.end().toString(),
                record.filingNumber(),
                record.officeAddress(),
                record.contactName(),
                record.contactMobile().toString(),
                "",
                List.of(),
                null,
                "",
                null);
    }

    /** What step 2 has, with that of step 1. */
    CommitteeForm with(String area, List<String> answer) {
        return with(area, answer, operators, noCertificate);
    }

    /** The same for another area, which makes the answer about its siblings void. */
    CommitteeForm choose(String area) {
        return with(area, area.equals(areaId) ? siblingAnswer : List.of());
    }

    CommitteeForm withOneMoreOperator(int most) {
        return with(areaId, siblingAnswer, ProposedPeople.oneMore(operators, most), noCertificate);
    }

    private CommitteeForm with(
            String area, List<String> answer, List<PersonRow> people, @Nullable String withoutCertificate) {
        return new CommitteeForm(
                area,
                answer,
                attribute,
                name,
                termNumber,
                termStart,
                termEnd,
                filingNumber,
                officeAddress,
                contactName,
                contactMobile,
                sameContact,
                people,
                null,
                withoutCertificate,
                null);
    }

    /** True where a formal committee has to show its 备案证明, and doesn't say why it can't. */
    boolean lacksCertificate() {
        return isFormal() && ChineseText.isBlank(noCertificate);
    }

    /** Why there is none; null where none is needed or nothing was told. */
    @Nullable
    String whyNoCertificate() {
        return isFormal() && !ChineseText.isBlank(noCertificate) ? ChineseText.clean(noCertificate) : null;
    }

    private boolean isFormal() {
        return CommitteeAttribute.FORMAL.name().equals(attribute);
    }

    /** True where something of a term was typed, which counts for a formal committee alone. */
    boolean hasTerm() {
        return Stream.of(termNumber, termStart, termEnd, filingNumber).anyMatch(StringUtils::hasText);
    }

    /** The exceptions ticked; what is none is left out. */
    List<SiblingException> exceptions() {
        return Arrays.stream(SiblingException.values())
                .filter(exception -> siblingAnswer.contains(exception.name()))
                .toList();
    }

    /**
     * The record that the form describes, once its constraints were checked; empty where {@code errors} has something to say.
     *
     * @param areaName the name of the area, which the names of committees are proposed by
     */
    public Optional<CommitteeState> read(String areaName, Period longestTerm, Errors errors) {
        boolean formal = isFormal();
        CommitteeAttribute chosen = formal ? CommitteeAttribute.FORMAL : CommitteeAttribute.PREPARATORY;
        if (!errors.hasFieldErrors("attribute") && !errors.hasFieldErrors("name")) {
            CommitteeName.misfit(ChineseText.clean(name), chosen, areaName)
                    .ifPresent(reason -> FieldErrors.reject(errors, "name", reason));
        }
        Term term = formal ? readTerm(longestTerm, errors) : null;
        String filing = formal
                ? FieldErrors.check(errors, "filingNumber", ChineseText.optional(filingNumber, MAX_FILING_NUMBER))
                : null;
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new CommitteeState(
                chosen,
                ChineseText.clean(name),
                term,
                filing == null || filing.isEmpty() ? null : filing,
                ChineseText.clean(officeAddress),
                PersonName.parse(contactName).value().toString(),
                MobileNumber.parse(contactMobile).value()));
    }

    private @Nullable Term readTerm(Period longest, Errors errors) {
        Integer number = FieldErrors.check(errors, "termNumber", readNumber());
        LocalDate start = FieldErrors.check(errors, "termStart", TypedDate.parse(termStart));
        LocalDate end = FieldErrors.check(errors, "termEnd", TypedDate.parse(termEnd));
        if (start == null || end == null) {
            return null;
        }
        LocalDate latest = start.plus(longest);
        if (!end.isAfter(start)) {
            FieldErrors.reject(errors, "termEnd", "committee.term-end.before-start");
        } else if (end.isAfter(latest)) {
            FieldErrors.reject(errors, "termEnd", "committee.term-end.too-long", longest.getYears(), latest.toString());
        }
        return number == null || !end.isAfter(start) ? null : new Term(number, start, end);
    }

    private Checked<Integer> readNumber() {
        String typed = ChineseText.code(termNumber);
        if (typed.isEmpty()) {
            return Checked.refused("committee.term-number.missing");
        }
        return TermNumber.parse(typed)
                .map(Checked::ok)
                .orElseGet(() -> Checked.refused("committee.term-number.unreadable", TermNumber.MAX));
    }
}
