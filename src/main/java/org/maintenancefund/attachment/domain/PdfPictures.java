package org.maintenancefund.attachment.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.attachment.AttachmentId;
import org.maintenancefund.attachment.StoredAttachment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The first pages of PDFs as pictures. One is drawn at a time, by a thread of its own, outside of any transaction: a file that
 * takes too long keeps only other PDFs from being drawn, and never an upload or a page.
 */
@Component
@RequiredArgsConstructor
public class PdfPictures {

    private static final Logger log = LoggerFactory.getLogger(PdfPictures.class);

    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_WAITING = 20;
    private static final int IDLE_SECONDS = 30;
    private static final int MOST_REMEMBERED = 2_000;

    private final AttachmentContent contents;

    /** Those that were tried: nobody waits for them again. */
    private final Cache<AttachmentId, Boolean> notDrawn =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    private final ThreadPoolExecutor drawing = drawing();

    private static ThreadPoolExecutor drawing() {
        ThreadPoolExecutor one = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
                    Thread thread = new Thread(task, "pdf-pictures");
                    thread.setDaemon(true);
                    thread.setPriority(Thread.MIN_PRIORITY);
                    return thread;
                });
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    /** As a JPEG; empty where the page is not drawn here or its turn doesn't come in time. */
    public Optional<byte[]> firstPage(StoredAttachment pdf) throws IOException {
        return notDrawn.getIfPresent(pdf.id()) == null ? draw(pdf) : Optional.empty();
    }

    private Optional<byte[]> draw(StoredAttachment pdf) throws IOException {
        Future<Optional<byte[]>> picture;
        try {
            picture = drawing.submit(() -> {
                Optional<byte[]> drawn = PdfPage.draw(read(pdf), LONGEST);
                if (drawn.isEmpty()) {
                    notDrawn.put(pdf.id(), true);
                }
                return drawn;
            });
        } catch (RejectedExecutionException busy) {
            return Optional.empty();
        }
        try {
            return picture.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            log.warn("attachment {} was not drawn in time", pdf.id());
            picture.cancel(false);
            return Optional.empty();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException gone) {
                throw gone;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            picture.cancel(false);
            return Optional.empty();
        }
    }

    private byte[] read(StoredAttachment pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.toIntExact(pdf.size()));
        contents.writeTo(out, pdf);
        return out.toByteArray();
    }

    @PreDestroy
    void stop() {
        drawing.shutdownNow();
    }
}
