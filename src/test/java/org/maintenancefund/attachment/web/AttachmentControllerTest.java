package org.maintenancefund.attachment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.attachment.AttachmentAccess;
import org.maintenancefund.attachment.Attachments;
import org.maintenancefund.attachment.SampleFiles;
import org.maintenancefund.attachment.StoredAttachment;
import org.maintenancefund.attachment.domain.AttachmentContent;
import org.maintenancefund.attachment.domain.PdfPictures;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
@Transactional
class AttachmentControllerTest {

    @Autowired
    Attachments attachments;

    @Autowired
    AttachmentContent content;

    @Autowired
    PdfPictures pictures;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aScanIsSentSoThatNothingHiddenInItRuns() throws IOException {
        StoredAttachment pdf = store("备案证明（正本）.pdf", SampleFiles.pdf());

        MockHttpServletResponse response = get(pdf.id().toString(), null, (id, user, request) -> id.equals(pdf.id()));

        assertThat(response.getContentType()).isEqualTo("application/pdf");
        assertThat(response.getContentAsByteArray()).isEqualTo(SampleFiles.pdf());
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("private, no-store");
        assertThat(response.getHeader("Content-Security-Policy")).startsWith("default-src 'none';");
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("inline;")
                .contains("filename*=UTF-8''%E5%A4%87%E6%A1%88%E8%AF%81%E6%98%8E%EF%BC%88");
    }

    @Test
    void aBigScanArrivesWhole() throws IOException {
        byte[] big = SampleFiles.pdfOfLength(3 * 512 * 1024 + 17);
        StoredAttachment pdf = store("大.pdf", big);

        assertThat(get(pdf.id().toString(), null, (id, user, request) -> true).getContentAsByteArray())
                .isEqualTo(big);
    }

    @Test
    void withoutAModuleThatSaysSoItDoesNotExist() throws IOException {
        StoredAttachment pdf = store("a.pdf", SampleFiles.pdf());

        assertThatThrownBy(() -> get(pdf.id().toString(), null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> get(pdf.id().toString(), null, (id, user, request) -> false))
                .isInstanceOf(NotFound.class);
        assertThat(get(pdf.id().toString(), null, (id, user, request) -> false, (id, user, request) -> true)
                        .getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "x", "../../etc/passwd", "01234567-89ab-7def-8000-000000000000"})
    void anAddressThatLeadsNowhereIsNotFound(String id) {
        assertThatThrownBy(() -> get(id, null, (attachment, user, request) -> true))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whoeverIsSignedInLeavesAnEntryInTheTrail() throws IOException {
        StoredAttachment png = store("照片.png", SampleFiles.png());

        get(png.id().toString(), staff(), (id, user, request) -> user != null);

        assertThat(jdbc.sql("SELECT operator_username || ' ' || object_name FROM audit_entry"
                                + " WHERE action = 'ATTACHMENT_VIEWED' AND object_id = ?")
                        .param(png.id().toString())
                        .query(String.class)
                        .list())
                .containsExactly("chenxm 照片.png");
    }

    private MockHttpServletResponse get(String id, @Nullable CurrentUser user, AttachmentAccess... modules)
            throws IOException {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (int i = 0; i < modules.length; i++) {
            beans.addBean("module" + i, modules[i]);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        controller(beans).show(id, user, new MockHttpServletRequest(), response);
        return response;
    }

    private AttachmentController controller(StaticListableBeanFactory modules) {
        return new AttachmentController(
                attachments, content, pictures, modules.getBeanProvider(AttachmentAccess.class), audit);
    }

    /** The picture of it, for a browser that has the one with that mark. */
    private MockHttpServletResponse picture(StoredAttachment of, boolean mayView, @Nullable String kept)
            throws IOException {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("module", (AttachmentAccess) (id, user, request) -> mayView);
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (kept != null) {
            request.addHeader("If-None-Match", kept);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        controller(beans).picture(of.id().toString(), staff(), request, response);
        return response;
    }

    @Test
    void thePictureOfAPictureIsItselfAndIsKeptByTheBrowserThatStillMaySeeIt() throws IOException {
        StoredAttachment png = store("照片.png", SampleFiles.png());

        MockHttpServletResponse first = picture(png, true, null);
        assertThat(first.getContentAsByteArray()).isEqualTo(SampleFiles.png());
        assertThat(first.getHeader("Cache-Control")).isEqualTo("private, no-cache");

        MockHttpServletResponse again = picture(png, true, first.getHeader("ETag"));
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
        assertThatThrownBy(() -> picture(png, false, first.getHeader("ETag"))).isInstanceOf(NotFound.class);
    }

    /** It is read by the thread that draws, so that it has to be there for others. */
    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void thePictureOfAPdfThatIsNotDrawnSaysSoAndIsNotKept() throws IOException {
        byte[] shaded = SampleFiles.pdf("0 0 595 842 re W n /S1 sh");
        StoredAttachment pdf = store("渐变.pdf", shaded);

        MockHttpServletResponse response = picture(pdf, true, null);
        jdbc.sql("DELETE FROM stored_attachment WHERE id = ?")
                .param(pdf.id().value())
                .update();

        assertThat(response.getRedirectedUrl()).isEqualTo("/img/no-picture.svg");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("private, no-store");
        assertThat(response.getHeader("ETag")).isNull();
    }

    private StoredAttachment store(String filename, byte[] bytes) throws IOException {
        return attachments.store(
                attachments.open(filename, new ByteArrayInputStream(bytes)).value());
    }

    private static CurrentUser staff() {
        return new CurrentUser(
                OperatorId.next(),
                "chenxm",
                "陈晓梅",
                Role.DISTRICT_STAFF,
                new OrgRef(OrgType.DISTRICT_CENTRE, UUID.randomUUID()),
                "东湖区维修资金管理中心",
                DistrictId.next(),
                false);
    }
}
