package org.maintenancefund.enterprise.registration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.account.ProposedOperator;
import org.maintenancefund.account.ProposedPeople;
import org.maintenancefund.account.ProposedPeople.PersonRow;
import org.maintenancefund.city.DistrictChoice;
import org.maintenancefund.enterprise.NewEnterprise;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.PhoneNumber;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;
import org.springframework.validation.Errors;

/**
 * 物管企业注册 as typed: text throughout, so that a draft keeps also what can't be read. The components stand in the order of
 * the page; the error summary follows it.
 *
 * @param comparedCode the code that the tick is about; empty where there is nothing to tick
 * @param codeCompared 已对照营业执照，代码无误: the applicant insists on a code whose check characters do not hold
 * @param sameContact  同联系人: the first of the people is the contact
 * @param licence      only the place of the scans on the page: their errors stand here, the scans themselves are with the draft
 */
@Labels("enterprise.field.")
public record EnterpriseForm(
        @Text(min = 2, max = 100, required = "enterprise.name.required", tooShort = "enterprise.name.too-short")
        String name,

        String creditCode,
        String comparedCode,
        String codeCompared,

        @Typed(value = PersonName.class, required = "enterprise.legalRepresentative.required")
        String legalRepresentative,

        @Text(max = 200, required = "enterprise.registeredAddress.required")
        String registeredAddress,

        @Text(max = 200, optional = true) String officeAddress,

        @DistrictChoice(required = "enterprise.district.required")
        String district,

        @Typed(value = PersonName.class, required = "enterprise.contactName.required")
        String contactName,

        @Typed(value = MobileNumber.class, required = "enterprise.contactMobile.required")
        String contactMobile,

        @Typed(value = PhoneNumber.class, optional = true) String phone,

        @Typed(value = EnterpriseForm.class, by = "readEmail", optional = true)
        String email,

        @Nullable String sameContact,
        List<PersonRow> operators,
        @Nullable Object licence) {

    private static final String TICKED = "true";
    private static final int LONGEST_EMAIL = 254;
    /** Enough to find a slip of the finger; only a message that arrives proves an address. */
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

    public EnterpriseForm {
        name = text(name);
        creditCode = text(creditCode);
        comparedCode = text(comparedCode);
        codeCompared = text(codeCompared);
        legalRepresentative = text(legalRepresentative);
        registeredAddress = text(registeredAddress);
        officeAddress = text(officeAddress);
        district = text(district);
        contactName = text(contactName);
        contactMobile = text(contactMobile);
        phone = text(phone);
        email = text(email);
        sameContact = text(sameContact);
        operators = ProposedPeople.rows(operators, sameContact, contactName, contactMobile);
        licence = null;
    }

    static EnterpriseForm empty() {
        return new EnterpriseForm("", "", "", "", "", "", "", "", "", "", "", "", "", List.of(), null);
    }

    /** The filled form of a round, for revising it. */
    static EnterpriseForm of(EnterpriseDetails details) {
        NewEnterprise company = details.company();
        boolean doubtful = company.creditCode().doubt().isPresent();
        return new EnterpriseForm(
                company.name(),
                company.creditCode().value(),
                doubtful ? company.creditCode().value() : "",
                doubtful ? TICKED : "",
                Objects.toString(company.legalRepresentative(), ""),
                company.registeredAddress(),
                company.officeAddress(),
                details.district().toString(),
                company.contactName().value(),
                company.contactMobile().value(),
                Objects.toString(company.phone(), ""),
                company.email(),
                "",
                ProposedPeople.rowsOf(details.operators()),
                null);
    }

    /** The tick is about one code: who types another one has not compared that yet. */
    EnterpriseForm comparedAnew() {
        Checked<CreditCode> read = CreditCode.wellFormed(creditCode);
        String doubtful =
                read.isOk() && read.value().doubt().isPresent() ? read.value().value() : "";
        boolean still = !doubtful.isEmpty() && doubtful.equals(comparedCode);
        return with(doubtful, still ? codeCompared : "", operators);
    }

    /** The same with one more row of 拟定经办人员, unless there are as many as allowed. */
    EnterpriseForm withOneMoreOperator(int max) {
        return with(comparedCode, codeCompared, ProposedPeople.oneMore(operators, max));
    }

    private EnterpriseForm with(String compared, String tick, List<PersonRow> people) {
        return new EnterpriseForm(
                name,
                creditCode,
                compared,
                tick,
                legalRepresentative,
                registeredAddress,
                officeAddress,
                district,
                contactName,
                contactMobile,
                phone,
                email,
                sameContact,
                people,
                null);
    }

    /** A code whose check does not hold is taken where the applicant has compared it with the licence once more. */
    private Checked<CreditCode> readCode() {
        return codeCompared.equals(TICKED) ? CreditCode.wellFormed(creditCode) : CreditCode.parse(creditCode);
    }

    private static Checked<String> readEmail(@Nullable String typed) {
        Checked<String> text = ChineseText.optional(ChineseText.nfkc(text(typed)), LONGEST_EMAIL);
        return text.isOk()
                        && !text.value().isEmpty()
                        && !EMAIL.matcher(text.value()).matches()
                ? Checked.refused("enterprise.email.unreadable")
                : text;
    }

    /** The details of a form whose constraints were checked before; empty where {@code errors} has something to say. */
    Optional<EnterpriseDetails> read(int maxOperators, Errors errors) {
        CreditCode code = FieldErrors.check(errors, "creditCode", readCode());
        List<ProposedOperator> people = ProposedPeople.read(operators, maxOperators, errors);
        ProposedPeople.lookAtSame(operators, sameContact, contactName, contactMobile, errors);
        if (errors.hasErrors() || code == null) {
            return Optional.empty();
        }
        NewEnterprise company = new NewEnterprise(
                code,
                ChineseText.clean(name),
                PersonName.parse(legalRepresentative).value(),
                ChineseText.clean(registeredAddress),
                ChineseText.clean(officeAddress),
                DistrictId.of(district),
                PersonName.parse(contactName).value(),
                MobileNumber.parse(contactMobile).value(),
                ChineseText.clean(phone).isEmpty()
                        ? null
                        : PhoneNumber.parse(phone).value(),
                readEmail(email).value(),
                Qualification.UNQUALIFIED);
        return Optional.of(new EnterpriseDetails(company, people));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
