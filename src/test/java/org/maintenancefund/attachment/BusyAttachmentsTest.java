package org.maintenancefund.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.maintenancefund.attachment.Attachments.OpenedScan;
import org.maintenancefund.attachment.domain.ContentCheck;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.util.unit.DataSize;

/** However many files come at once, a few are in memory, and the others wait for a time that has an end. */
class BusyAttachmentsTest {

    private final CountDownLatch slow = new CountDownLatch(1);
    private final AtomicInteger reading = new AtomicInteger();

    private static Attachments attachments(Duration patience) {
        AttachmentProperties limits =
                new AttachmentProperties(DataSize.ofMegabytes(10), 100_000_000, 30_000, Duration.ofHours(48));
        DataSource none = new AbstractDataSource() {
            @Override
            public java.sql.Connection getConnection() {
                throw new IllegalStateException("opening asks no database");
            }

            @Override
            public java.sql.Connection getConnection(String username, String password) {
                return getConnection();
            }
        };
        return new Attachments(JdbcClient.create(none), new ContentCheck(limits), limits, Clock.systemUTC(), patience);
    }

    private CompletableFuture<Checked<OpenedScan>> opening(Attachments attachments) {
        // A thread each: on JDK 25 the common pool of two cores has one.
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return attachments.open("慢.pdf", new SlowFile());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                task -> new Thread(task).start());
    }

    @Test
    void whoseTurnDoesNotComeIsToldSoAndNothingOfTheFileIsRead() throws Exception {
        Attachments attachments = attachments(Duration.ofMillis(200));
        CompletableFuture<?> first = opening(attachments);
        CompletableFuture<?> second = opening(attachments);
        await().until(() -> reading.get() == 2);
        InputStream untouched = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("read before its turn");
            }
        };

        assertThat(attachments.open("C:\\扫描\\证明.pdf", untouched).reason())
                .isEqualTo(Reason.of("attachment.busy", "证明.pdf"));

        slow.countDown();
        CompletableFuture.allOf(first, second).join();
        assertThat(attachments
                        .open("证明.pdf", new ByteArrayInputStream(SampleFiles.pdf()))
                        .isOk())
                .isTrue();
    }

    @Test
    void aFileThatWaitsGetsItsTurn() throws Exception {
        Attachments attachments = attachments(Duration.ofSeconds(30));
        opening(attachments);
        opening(attachments);
        await().until(() -> reading.get() == 2);

        CompletableFuture<Checked<OpenedScan>> third = opening(attachments);
        slow.countDown();

        assertThat(third.join().isOk()).isTrue();
    }

    private final class SlowFile extends InputStream {

        private final InputStream file = new ByteArrayInputStream(SampleFiles.pdf());
        private boolean begun;

        @Override
        public int read() throws IOException {
            if (!begun) {
                begun = true;
                reading.incrementAndGet();
                try {
                    slow.await();
                } catch (InterruptedException stopped) {
                    throw new IOException(stopped);
                }
            }
            return file.read();
        }
    }
}
