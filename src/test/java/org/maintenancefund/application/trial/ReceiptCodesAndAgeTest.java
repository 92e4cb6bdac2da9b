package org.maintenancefund.application.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.maintenancefund.application.Applicants;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Decisions;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.Entitlement;
import org.maintenancefund.application.IdentityCheck;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.application.domain.ApplicationAgeing;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a 回执码 opens and what guessing it costs; what time does to applications and drafts. */
@TrialTest
class ReceiptCodesAndAgeTest {

    @Autowired
    TrialApplicant applicant;

    @Autowired
    Applicants applicants;

    @Autowired
    Applications applications;

    @Autowired
    ApplicationAgeing ageing;

    @Autowired
    Decisions decisions;

    @Autowired
    Drafts drafts;

    @Autowired
    JdbcClient jdbc;

    private Optional<Entitlement.ByReceiptCode> prove(
            TrialApplicant.Filed filed, String mobile, OneTimeCode code, DraftOwner browser) {
        return applicants.prove(filed.number(), new MobileNumber(mobile), code, browser, "192.0.2.7");
    }

    private void age(TrialApplicant.Filed filed, String column, int days) {
        jdbc.sql("UPDATE application SET " + column + " = " + column + " - make_interval(days => :days)"
                        + " WHERE number = :number")
                .param("days", days)
                .param("number", filed.number().value())
                .update();
    }

    @Test
    void numberMobileAndCodeBelongTogether() {
        TrialApplicant.Filed filed = applicant.submitted("证明甲");

        assertThat(prove(filed, "13900000000", filed.code(), filed.browser())).isEmpty();
        assertThat(prove(filed, TrialApplicant.MOBILE, OneTimeCode.generate(), filed.browser()))
                .isEmpty();
        assertThat(prove(filed, TrialApplicant.MOBILE, filed.code(), filed.browser()))
                .isPresent();
    }

    @Test
    void whoGuessesWaitsAndTheApplicantDoesNot() {
        TrialApplicant.Filed filed = applicant.submitted("证明乙");
        DraftOwner guesser = TrialApplicant.browser();
        for (int i = 0; i < 5; i++) {
            assertThat(prove(filed, TrialApplicant.MOBILE, OneTimeCode.generate(), guesser))
                    .isEmpty();
        }

        assertThatThrownBy(() -> prove(filed, TrialApplicant.MOBILE, filed.code(), guesser))
                .isInstanceOf(Refusal.class);
        assertThat(prove(filed, TrialApplicant.MOBILE, filed.code(), filed.browser()))
                .isPresent();
    }

    @Test
    void anotherCodeEndsTheOldOneAndWhatWasOpenedWithIt() {
        TrialApplicant.Filed filed = applicant.returned("证明丙");
        Entitlement.ByReceiptCode old = applicant.proved(filed);
        var draft = applicant.revision(filed);

        OneTimeCode code = decisions.reissueCode(
                TestApplicationDefinition.KIND, filed.number(), IdentityCheck.IN_PERSON, applicant.reviewer());

        assertThatThrownBy(() -> applicants.withdraw(old)).isInstanceOf(NotFound.class);
        assertThat(drafts.kindOf(filed.browser(), draft.key())).isEmpty();
        assertThat(prove(filed, TrialApplicant.MOBILE, filed.code(), filed.browser()))
                .isEmpty();
        assertThat(prove(filed, TrialApplicant.MOBILE, code, filed.browser())).isPresent();
    }

    private void age(TrialApplicant.Filed filed, int days) {
        jdbc.sql("UPDATE application SET revise_by = revise_by - :days WHERE number = :number")
                .param("days", days)
                .param("number", filed.number().value())
                .update();
    }

    @Test
    void whatWasReturnedLapsesAfterNinetyDays() {
        TrialApplicant.Filed young = applicant.returned("时限甲");
        TrialApplicant.Filed old = applicant.returned("时限乙");
        age(young, 90);
        age(old, 91);

        applications.lapseUntouched();

        assertThat(applicant.view(young.number()).status()).isEqualTo(ReviewStatus.RETURNED);
        assertThat(applicant.view(old.number()).status()).isEqualTo(ReviewStatus.LAPSED);
    }

    @Test
    void whatCameToNothingLeavesAfterTwoYearsAndWhatWasApprovedStays() {
        TrialApplicant.Filed young = applicant.submitted("时限丙");
        TrialApplicant.Filed old = applicant.submitted("时限丁");
        applicants.withdraw(applicant.proved(young));
        applicants.withdraw(applicant.proved(old));
        age(young, "closed_at", 700);
        age(old, "closed_at", 740);

        ageing.deleteExpired();

        assertThat(applicant.view(young.number()).status()).isEqualTo(ReviewStatus.WITHDRAWN);
        assertThatThrownBy(() -> applicant.view(old.number())).isInstanceOf(NotFound.class);
    }

    @Test
    void aDraftThatIsTooOldIsSwept() {
        var draft = applicant.draft(TrialApplicant.browser(), "时限戊");
        jdbc.sql("UPDATE application_draft SET expires_at = expires_at - interval '2 days' WHERE id = :key")
                .param("key", draft.key())
                .update();

        ageing.sweepDrafts();

        assertThat(jdbc.sql("SELECT count(*) FROM application_draft WHERE id = :key")
                        .param("key", draft.key())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
