package org.maintenancefund.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.attachment.domain.ContentCheck;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.RecordRows;
import org.maintenancefund.kernel.Sha256;
import org.maintenancefund.web.Filenames;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/**
 * Keeps scans of paper documents: PDF, JPEG and PNG, told by their content and not by their name, of bounded size.
 * Whoever stores one must make it known as in use ({@link AttachmentReferences}) and say who may see it
 * ({@link AttachmentAccess}). They never change, so plain SQL does.
 */
@Service
public class Attachments {

    /**
     * A scan that was opened and found to be what it has to be.
     *
     * @param filename    clean, with the extension of its kind
     * @param contentType by its content
     * @param content     its bytes; nobody changes them
     */
    public record OpenedScan(String filename, String contentType, byte[] content) {}

    /** Files read and looked at together: each is whole in memory, and opening it takes more. */
    private static final int MOST_AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final RecordRows<StoredAttachment> ROWS = new RecordRows<>(StoredAttachment.class);

    private final JdbcClient jdbc;
    private final ContentCheck check;
    private final AttachmentProperties limits;
    private final Clock clock;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);
    private final Duration patience;

    @Autowired
    Attachments(JdbcClient jdbc, ContentCheck check, AttachmentProperties limits, Clock clock) {
        this(jdbc, check, limits, clock, PATIENCE);
    }

    /** @param patience how long a file waits for its turn */
    Attachments(JdbcClient jdbc, ContentCheck check, AttachmentProperties limits, Clock clock, Duration patience) {
        this.jdbc = jdbc;
        this.check = check;
        this.limits = limits;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Opens a file, which takes its time and asks no database, or tells why it can't be kept; the first argument of every
     * reason is the file's name. Not within a transaction, for that would hold its locks meanwhile.
     *
     * @param filename as the browser sent it, perhaps with a path
     * @param content  read up to the limit only; the caller closes it
     */
    public Checked<OpenedScan> open(@Nullable String filename, InputStream content) throws IOException {
        if (!takePlace()) {
            return Checked.refused("attachment.busy", Filenames.clean(filename));
        }
        try {
            return read(filename, content);
        } finally {
            places.release();
        }
    }

    /** Opens an uploaded file; see {@link #open(String, InputStream)}. */
    public Checked<OpenedScan> open(MultipartFile file) {
        try (InputStream content = file.getInputStream()) {
            return open(file.getOriginalFilename(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean takePlace() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Checked<OpenedScan> read(@Nullable String filename, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(Math.toIntExact(limits.maxSize().toBytes() + 1));
        Checked<String> type = check.typeOf(Filenames.clean(filename), bytes);
        if (!type.isOk()) {
            return new Checked.Refused<>(type.reason());
        }
        String name = Filenames.clean(filename, Objects.requireNonNull(ContentCheck.EXTENSIONS.get(type.value())));
        return Checked.ok(new OpenedScan(name, type.value(), bytes));
    }

    /** Stores what was opened, in the running transaction. */
    @Transactional
    public StoredAttachment store(OpenedScan scan) {
        StoredAttachment stored =
                new StoredAttachment(AttachmentId.next(), scan.filename(), scan.contentType(), scan.content().length);
        insert(stored, scan.content());
        return stored;
    }

    /** Those that exist, in the given order. */
    @Transactional(readOnly = true)
    public List<StoredAttachment> describe(Collection<AttachmentId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<AttachmentId, StoredAttachment> found = jdbc
                .sql("SELECT id, filename, content_type, size FROM attachment WHERE id = ANY (:ids)")
                .param("ids", ids.stream().map(AttachmentId::value).toArray(UUID[]::new))
                .query(ROWS)
                .list()
                .stream()
                .collect(Collectors.toMap(StoredAttachment::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private void insert(StoredAttachment stored, byte[] bytes) {
        jdbc.sql("INSERT INTO attachment (id, created_at, filename, content_type, size, sha256)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        stored.id().value(),
                        Timestamp.from(clock.instant()),
                        stored.filename(),
                        stored.contentType(),
                        stored.size(),
                        Sha256.of(bytes))
                .update();
        jdbc.sql("INSERT INTO attachment_content (attachment_id, content) VALUES (?, ?)")
                .params(stored.id().value(), bytes)
                .update();
    }
}
