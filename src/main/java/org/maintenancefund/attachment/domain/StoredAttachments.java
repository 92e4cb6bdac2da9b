package org.maintenancefund.attachment.domain;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.maintenancefund.attachment.AttachmentId;
import org.maintenancefund.attachment.AttachmentProperties;
import org.maintenancefund.attachment.Attachments;
import org.maintenancefund.attachment.OpenedScan;
import org.maintenancefund.attachment.StoredAttachment;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.web.Filenames;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps attachments in the database; they never change, so plain SQL does. */
@Service
class StoredAttachments implements Attachments {

    /** Files read and looked at together: each is whole in memory, and opening it takes more. */
    private static final int MOST_AT_ONCE = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final ContentCheck check;
    private final AttachmentProperties limits;
    private final Clock clock;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);
    private final Duration patience;

    @Autowired
    StoredAttachments(JdbcClient jdbc, ContentCheck check, AttachmentProperties limits, Clock clock) {
        this(jdbc, check, limits, clock, PATIENCE);
    }

    /** @param patience how long a file waits for its turn */
    StoredAttachments(
            JdbcClient jdbc, ContentCheck check, AttachmentProperties limits, Clock clock, Duration patience) {
        this.jdbc = jdbc;
        this.check = check;
        this.limits = limits;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
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

    @Override
    @Transactional
    public StoredAttachment store(OpenedScan scan) {
        StoredAttachment stored =
                new StoredAttachment(AttachmentId.next(), scan.filename(), scan.contentType(), scan.content().length);
        insert(stored, scan.content());
        return stored;
    }

    @Override
    @Transactional(readOnly = true)
    public List<StoredAttachment> describe(Collection<AttachmentId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<AttachmentId, StoredAttachment> found = jdbc
                .sql("SELECT id, filename, content_type, size FROM attachment WHERE id = ANY (:ids)")
                .param("ids", ids.stream().map(AttachmentId::value).toArray(UUID[]::new))
                .query(StoredAttachments::read)
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
                        sha256(bytes))
                .update();
        jdbc.sql("INSERT INTO attachment_content (attachment_id, content) VALUES (?, ?)")
                .params(stored.id().value(), bytes)
                .update();
    }

    private static StoredAttachment read(ResultSet row, int number) throws SQLException {
        return new StoredAttachment(
                new AttachmentId(row.getObject("id", UUID.class)),
                row.getString("filename"),
                row.getString("content_type"),
                row.getLong("size"));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
