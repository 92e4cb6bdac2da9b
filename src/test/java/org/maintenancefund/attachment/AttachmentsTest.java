package org.maintenancefund.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maintenancefund.attachment.Attachments.OpenedScan;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
@Transactional
class AttachmentsTest {

    @Autowired
    Attachments attachments;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aScanIsKeptWithItsNameKindSizeAndHash() throws Exception {
        StoredAttachment stored = attachments.store(attachments
                .open(new MockMultipartFile("files", "C:\\scans\\备案证明.PDF", "text/html", SampleFiles.pdf()))
                .value());

        assertThat(stored.filename()).isEqualTo("备案证明.pdf");
        assertThat(stored.contentType()).isEqualTo("application/pdf");
        assertThat(stored.size()).isEqualTo(SampleFiles.pdf().length);
        Map<String, Object> row = jdbc.sql("SELECT sha256, content FROM attachment JOIN attachment_content"
                        + " ON attachment_id = id WHERE id = ?")
                .param(stored.id().value())
                .query()
                .singleRow();
        assertThat(row.get("content")).isEqualTo(SampleFiles.pdf());
        assertThat(row.get("sha256"))
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(SampleFiles.pdf()));
    }

    @Test
    void descriptionsComeInTheGivenOrderWithoutWhatIsGone() throws IOException {
        StoredAttachment first = store("一.png", SampleFiles.png());
        StoredAttachment second = store("二.jpg", SampleFiles.jpeg());

        assertThat(attachments.describe(List.of(second.id(), AttachmentId.next(), first.id())))
                .containsExactly(second, first);
        assertThat(attachments.describe(List.of())).isEmpty();
    }

    @Test
    void whatIsNotAcceptedLeavesNothingBehind() throws IOException {
        long before = count();
        assertThat(open("照片.jpg", SampleFiles.html()).reason().code()).isEqualTo("attachment.type");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void anEndlessStreamIsReadOnlyUpToTheLimit() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertThat(attachments.open("大.pdf", endless).reason().code()).isEqualTo("attachment.too-big");
    }

    private Checked<OpenedScan> open(String filename, byte[] content) throws IOException {
        return attachments.open(filename, new ByteArrayInputStream(content));
    }

    private StoredAttachment store(String filename, byte[] content) throws IOException {
        return attachments.store(open(filename, content).value());
    }

    private long count() {
        return jdbc.sql("SELECT count(*) FROM attachment").query(Long.class).single();
    }
}
