package org.maintenancefund.application.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.ApplicationLimits;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftFiles;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.Submission;
import org.maintenancefund.attachment.AttachmentAccess;
import org.maintenancefund.attachment.AttachmentId;
import org.maintenancefund.attachment.Attachments;
import org.maintenancefund.attachment.SampleFiles;
import org.maintenancefund.attachment.StoredAttachment;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

/** Drafts are their owner's, of bounded number and size, and so are their scans. */
@TrialTest
class DraftRulesTest {

    private static final String COOKIE = "A".repeat(43);

    @Autowired
    TrialApplicant applicant;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftFiles files;

    @Autowired
    Attachments attachments;

    @Autowired
    ObjectProvider<AttachmentAccess> access;

    @Autowired
    ApplicationLimits limits;

    private Checked<StoredAttachment> scanned(Draft<?> draft) throws IOException {
        var opened = attachments.open("a.pdf", new ByteArrayInputStream(SampleFiles.pdf()));
        return files.add(draft, "附件", opened.value());
    }

    private boolean mayView(AttachmentId file, @Nullable CurrentUser user, String cookie) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie("draft", cookie));
        return access.stream().anyMatch(rule -> rule.mayView(file, user, request));
    }

    @Test
    void aBrowserHasSoManyAndItsNeighbourAsManyAgain() {
        DraftOwner browser = TrialApplicant.browser();
        for (int i = 0; i < limits.draftsPerBrowser(); i++) {
            applicant.draft(browser, "草稿");
        }

        assertThatThrownBy(() -> applicant.draft(browser, "多一件")).isInstanceOf(Refusal.class);
        applicant.draft(TrialApplicant.browser(), "别人的");
    }

    @Test
    void aDraftTakesSoManyScans() throws IOException {
        Draft<?> draft = applicant.draft(TrialApplicant.browser(), "附件多");
        for (int i = 0; i < limits.filesPerDraft(); i++) {
            assertThat(scanned(draft).isOk()).isTrue();
        }

        assertThat(scanned(draft).isOk()).isFalse();
        assertThat(files.reread(draft).files()).hasSize(limits.filesPerDraft());
    }

    @Test
    void anothersDraftIsNotToBeHad() {
        Draft<TestApplicationForm> draft = applicant.draft(TrialApplicant.browser(), "各人各稿");

        assertThat(drafts.find(
                        TrialApplicant.browser(),
                        draft.key(),
                        TestApplicationDefinition.KIND,
                        TestApplicationForm.class))
                .isEmpty();
        drafts.delete(TrialApplicant.browser(), draft.key());
        assertThat(drafts.kindOf(draft.owner(), draft.key())).contains(TestApplicationDefinition.KIND);
    }

    @Test
    void aKeyThatWasGivenTwiceIsOneDraftAndAnothersIsNone() {
        UUID key = UUID.randomUUID();
        DraftOwner browser = TrialApplicant.browser();
        TestApplicationForm form = new TestApplicationForm("同一页", TrialApplicant.MOBILE);
        Draft<TestApplicationForm> first = drafts.start(browser, TestApplicationDefinition.KIND, key, form);

        assertThat(drafts.start(browser, TestApplicationDefinition.KIND, key, form)
                        .key())
                .isEqualTo(first.key());
        assertThat(drafts.start(TrialApplicant.browser(), TestApplicationDefinition.KIND, key, form)
                        .key())
                .isNotEqualTo(first.key());
    }

    @Test
    void whatWasSubmittedTakesNothingMore() throws IOException {
        Draft<TestApplicationForm> draft = applicant.draft(TrialApplicant.browser(), "交了就定");
        Submission first = applicant.submit(draft);

        assertThat(applicant.submit(draft).number()).isEqualTo(first.number());
        assertThatThrownBy(() -> drafts.save(draft, draft.form())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> scanned(draft)).isInstanceOf(NotFound.class);
    }

    @Test
    void aScanIsSeenByItsBrowserAndByTheDistrictOnceItIsSubmitted() throws IOException {
        Draft<TestApplicationForm> draft = applicant.draft(DraftOwner.ofCookie(COOKIE), "有附件");
        AttachmentId file = scanned(draft).value().id();
        CurrentUser reviewer = applicant.reviewer();

        assertThat(mayView(file, null, COOKIE)).isTrue();
        assertThat(mayView(file, null, "B".repeat(43))).isFalse();
        assertThat(mayView(file, reviewer, "B".repeat(43))).as("still a draft").isFalse();

        applicant.submit(files.reread(draft));

        assertThat(mayView(file, reviewer, "B".repeat(43))).isTrue();
        assertThat(mayView(file, applicant.without(Role.MUNICIPAL_STAFF), "B".repeat(43)))
                .isFalse();
        assertThat(mayView(file, null, "B".repeat(43))).isFalse();
    }
}
