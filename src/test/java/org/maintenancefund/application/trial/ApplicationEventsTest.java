package org.maintenancefund.application.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.application.ApplicationDecided;
import org.maintenancefund.application.ApplicationLapsed;
import org.maintenancefund.application.ApplicationSubmitted;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to applications is told to listeners once, after the commit, and not at all where nothing was committed. */
@TrialTest
class ApplicationEventsTest {

    @Autowired
    TrialApplicant applicant;

    @Autowired
    TrialTest.Heard heard;

    @Autowired
    Applications applications;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void nothingHeard() {
        heard.events.clear();
    }

    private List<Object> about(TrialApplicant.Filed filed) {
        return heard.events.stream()
                .filter(event -> event.toString().contains(filed.number().value()))
                .toList();
    }

    @Test
    void eachSubmissionAndDecisionIsToldOnce() {
        TrialApplicant.Filed filed = applicant.returned("听者一");
        applicant.submit(applicant.revision(filed));
        applicant.decide(filed.number(), ReviewAction.APPROVE, applicant.reviewer());

        assertThat(about(filed))
                .satisfiesExactly(
                        event -> assertThat(((ApplicationSubmitted) event).round())
                                .isOne(),
                        event -> assertThat(((ApplicationDecided) event).decision())
                                .isEqualTo(ReviewAction.RETURN),
                        event -> assertThat(((ApplicationSubmitted) event).round())
                                .isEqualTo(2),
                        event -> assertThat(((ApplicationDecided) event).decision())
                                .isEqualTo(ReviewAction.APPROVE));
        assertThat(((ApplicationSubmitted) about(filed).get(0)).kind()).isSameAs(TestApplicationDefinition.KIND);
    }

    @Test
    void nothingIsToldBeforeTheCommit() {
        Draft<TestApplicationForm> draft = applicant.draft(TrialApplicant.browser(), "听者二");

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            applicant.submit(draft);
            assertThat(heard.events).isEmpty();
        });

        assertThat(heard.events).hasSize(1);
    }

    @Test
    void nothingIsToldAfterARollback() {
        Draft<TestApplicationForm> draft = applicant.draft(TrialApplicant.browser(), "听者三");

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            applicant.submit(draft);
            status.setRollbackOnly();
        });

        assertThat(heard.events).isEmpty();
    }

    @Test
    void anApprovalThatTheKindRefusesIsNotTold() {
        TrialApplicant.Filed filed = applicant.submitted(TestApplicationPolicy.NEVER_APPROVED);
        heard.events.clear();

        assertThatThrownBy(() -> applicant.decide(filed.number(), ReviewAction.APPROVE, applicant.reviewer()))
                .isInstanceOf(Refusal.class);

        assertThat(heard.events).isEmpty();
    }

    @Test
    void whatLapsesIsTold() {
        TrialApplicant.Filed filed = applicant.returned("听者四");
        jdbc.sql("UPDATE application SET revise_by = revise_by - 100 WHERE number = :number")
                .param("number", filed.number().value())
                .update();

        applications.lapseUntouched();

        assertThat(about(filed)).last().isInstanceOf(ApplicationLapsed.class);
    }
}
