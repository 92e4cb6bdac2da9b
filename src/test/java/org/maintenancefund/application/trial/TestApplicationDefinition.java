package org.maintenancefund.application.trial;

import java.util.Objects;
import java.util.Optional;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.Draft;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.web.FieldErrors;
import org.springframework.validation.Errors;

/** A sixth kind, made up: what it takes is what stands in this package and in one template. */
class TestApplicationDefinition extends ApplicationDefinition<TestApplicationForm, TestApplicationDetails> {

    static final ApplicationKind KIND = ApplicationKind.of("TEST_APPLICATION", "TS", Page.COMMITTEE_REVIEWS)
            .reviewedAt("/committees/reviews/trial")
            .onePending("committee.area.pending")
            .beginsAt("/register/committee/trial/form")
            .form("trial/application", "/register/committee/trial/form")
            .check("trial/application")
            .build();

    TestApplicationDefinition(TestApplicationPolicy policy, TestApplicationPresenter presenter) {
        super(KIND, TestApplicationForm.class, TestApplicationDetails.class, policy, presenter);
    }

    @Override
    public Optional<TestApplicationForm> blank(Applicant applicant) {
        return Optional.of(new TestApplicationForm("", ""));
    }

    @Override
    public TestApplicationForm emptied(TestApplicationForm form) {
        return new TestApplicationForm("", "");
    }

    @Override
    public Optional<TestApplicationDetails> read(Draft<TestApplicationForm> draft, Applicant applicant, Errors errors) {
        PersonName name = FieldErrors.check(
                errors, "contactName", PersonName.parse(draft.form().contactName()));
        MobileNumber mobile = FieldErrors.check(
                errors, "contactMobile", MobileNumber.parse(draft.form().contactMobile()));
        return name == null || mobile == null
                ? Optional.empty()
                : Optional.of(new TestApplicationDetails(name.toString(), mobile.toString()));
    }

    @Override
    public TestApplicationForm formOf(TestApplicationDetails details) {
        return new TestApplicationForm(details.contactName(), details.contactMobile());
    }

    @Override
    public String title(TestApplicationForm form) {
        return Objects.requireNonNullElse(form.contactName(), "");
    }
}
