package org.maintenancefund.application.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.Applicants;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.CallOutcome;
import org.maintenancefund.application.Decisions;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.IdentityCheck;
import org.maintenancefund.application.PhoneCalls;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.application.StaleDecision;
import org.maintenancefund.application.Submissions;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The services keep to the transition table: in each state each action is taken or refused, and who has no right finds nothing. */
@TrialTest
class TransitionsTest {

    @Autowired
    TrialApplicant applicant;

    @Autowired
    Applicants applicants;

    @Autowired
    Applications applications;

    @Autowired
    Decisions decisions;

    @Autowired
    PhoneCalls calls;

    @Autowired
    Submissions submissions;

    @Autowired
    JdbcClient jdbc;

    private TrialApplicant.Filed in(ReviewStatus status) {
        TrialApplicant.Filed filed =
                applicant.submitted("变" + UUID.randomUUID().toString().replaceAll("[^a-f]", "甲"));
        switch (status) {
            case PENDING -> {}
            case RETURNED -> applicant.decide(filed.number(), ReviewAction.RETURN, applicant.reviewer());
            case APPROVED -> applicant.decide(filed.number(), ReviewAction.APPROVE, applicant.reviewer());
            case REFUSED -> applicant.decide(filed.number(), ReviewAction.REFUSE, applicant.reviewer());
            case WITHDRAWN -> applicants.withdraw(applicant.proved(filed));
            case LAPSED -> {
                applicant.decide(filed.number(), ReviewAction.RETURN, applicant.reviewer());
                lapse(filed);
            }
        }
        assertThat(applicant.view(filed.number()).status()).isEqualTo(status);
        return filed;
    }

    private void lapse(TrialApplicant.Filed filed) {
        jdbc.sql("UPDATE application SET revise_by = revise_by - 100 WHERE number = :number")
                .param("number", filed.number().value())
                .update();
        applications.lapseUntouched();
    }

    private void attempt(TrialApplicant.Filed filed, ReviewAction action, CurrentUser by) {
        switch (action) {
            case APPROVE, RETURN, REFUSE -> applicant.decide(filed.number(), action, by);
            case NOTIFY -> call(filed, CallOutcome.REACHED, by);
            case CALL_MISSED -> call(filed, CallOutcome.NO_ANSWER, by);
            case WRONG_NUMBER -> call(filed, CallOutcome.WRONG_NUMBER, by);
            case REISSUE_CODE ->
                decisions.reissueCode(TestApplicationDefinition.KIND, filed.number(), IdentityCheck.BY_PHONE, by);
            case RECEIVE_PAPER -> owe(filed, by);
            case WITHDRAW -> applicants.withdraw(applicant.proved(filed));
            case RESUBMIT -> applicant.submit(applicant.revision(filed));
            default -> throw new IllegalArgumentException("nobody's action: " + action);
        }
    }

    private void call(TrialApplicant.Filed filed, CallOutcome outcome, CurrentUser by) {
        calls.record(filed.number(), 1, 0, outcome, by);
    }

    /** A document is owed, whatever became of the application, and comes. */
    private void owe(TrialApplicant.Filed filed, CurrentUser by) {
        jdbc.sql("INSERT INTO application_owed_paper (number, position, document, reason, granted_at)"
                        + " VALUES (?, 0, '合同', '急', now() - interval '1 day')")
                .params(filed.number().value())
                .update();
        decisions.receivePaper(TestApplicationDefinition.KIND, filed.number(), 0, by);
    }

    static Stream<Arguments> everyCombination() {
        return Arrays.stream(ReviewStatus.values())
                .flatMap(status -> Arrays.stream(ReviewAction.values())
                        .filter(action -> action != ReviewAction.SUBMIT && action.party() != ReviewAction.Party.SYSTEM)
                        // Withdrawn once more, it stays so, and who sends it is told when.
                        .filter(action -> action != ReviewAction.WITHDRAW || status != ReviewStatus.WITHDRAWN)
                        .map(action -> Arguments.of(status, action)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyCombination")
    void isTakenOrRefusedAsTheTableSays(ReviewStatus status, ReviewAction action) {
        TrialApplicant.Filed filed = in(status);

        if (action.isPossibleIn(status)) {
            attempt(filed, action, applicant.reviewer());
            assertThat(applicant.view(filed.number()).status())
                    .isEqualTo(action.target().orElse(status));
            assertThat(applicant.view(filed.number()).timeline().get(0).action())
                    .isEqualTo(action);
        } else {
            assertThatThrownBy(() -> attempt(filed, action, applicant.reviewer()))
                    .isInstanceOfAny(Refusal.class, StaleDecision.class, NotFound.class);
            assertThat(applicant.view(filed.number()).status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "APPROVE",
                "RETURN",
                "REFUSE",
                "NOTIFY",
                "CALL_MISSED",
                "WRONG_NUMBER",
                "REISSUE_CODE",
                "RECEIVE_PAPER"
            })
    void whoHasNoDistrictFindsNothingToActOn(ReviewAction action) {
        TrialApplicant.Filed filed =
                in(action.isPossibleIn(ReviewStatus.PENDING) ? ReviewStatus.PENDING : ReviewStatus.RETURNED);

        assertThatThrownBy(() -> attempt(filed, action, applicant.without(Role.MUNICIPAL_STAFF)))
                .isInstanceOf(NotFound.class);
    }

    /** Who entered a round never decides it; the next round may be another's. */
    @Test
    void fourEyesLookAtARound() {
        CurrentUser clerk = applicant.reviewer();
        Draft<TestApplicationForm> draft = applicant.draft(TrialApplicant.browser(), "窗口代填");
        var number = submissions
                .submit(draft, new TestApplicationDetails("窗口代填", TrialApplicant.MOBILE), clerk)
                .number();

        for (ReviewAction decision : List.of(ReviewAction.APPROVE, ReviewAction.RETURN, ReviewAction.REFUSE)) {
            assertThatThrownBy(() -> applicant.decide(number, decision, clerk)).isInstanceOf(Refusal.class);
        }
        applicant.decide(number, ReviewAction.RETURN, applicant.reviewer());
        assertThat(applicant.view(number).status()).isEqualTo(ReviewStatus.RETURNED);
    }
}
