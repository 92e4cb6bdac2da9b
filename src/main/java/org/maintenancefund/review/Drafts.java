package org.maintenancefund.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.attachment.AttachmentId;
import org.maintenancefund.attachment.Attachments;
import org.maintenancefund.attachment.StoredAttachment;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * Typed text and scans on their way to a submission, so that a session that ends loses nothing. An owner has one open draft
 * for each kind, and one for each application being mended.
 */
@Service
@Transactional
public class Drafts {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Attachments attachments;
    private final ReviewProperties limits;
    private final Clock clock;

    Drafts(JdbcClient jdbc, JsonMapper json, Attachments attachments, ReviewProperties limits, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.attachments = attachments;
        this.limits = limits;
        this.clock = clock;
    }

    /** The open draft, unless it is too old. */
    @Transactional(readOnly = true)
    public <F> Optional<Draft<F>> find(
            DraftOwner owner, ApplicationKind kind, @Nullable ApplicationNumber mended, Class<F> formType) {
        return jdbc.sql("SELECT id, form FROM application_draft WHERE owner = :owner AND kind = :kind"
                        + " AND coalesce(number, '') = :number AND submitted_number IS NULL AND expires_at > :now")
                .param("owner", owner.key())
                .param("kind", kind.name())
                .param("number", mended == null ? "" : mended.value())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, i) -> {
                    UUID id = row.getObject(1, UUID.class);
                    return new Draft<>(id, owner, kind, mended, json.readValue(row.getString(2), formType), files(id));
                })
                .optional();
    }

    /** Keeps the form as typed, right or wrong. Scans stay as they are. */
    public <F> Draft<F> save(DraftOwner owner, ApplicationKind kind, @Nullable ApplicationNumber mended, F form) {
        Instant now = clock.instant();
        Instant expires = now.plus(owner.signedIn() ? limits.ownDraftLifetime() : limits.draftLifetime());
        UUID id = jdbc.sql(
                        "INSERT INTO application_draft AS d (id, owner, kind, number, form, created_at, changed_at, expires_at)"
                                + " VALUES (:id, :owner, :kind, :number, cast(:form AS jsonb), :now, :now, :expires)"
                                + " ON CONFLICT (owner, kind, coalesce(number, '')) WHERE submitted_number IS NULL"
                                + " DO UPDATE SET form = EXCLUDED.form, changed_at = EXCLUDED.changed_at, expires_at = EXCLUDED.expires_at"
                                + " RETURNING id")
                .param("id", Ids.next())
                .param("owner", owner.key())
                .param("kind", kind.name())
                .param("number", mended == null ? null : mended.value())
                .param("form", json.writeValueAsString(form))
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .query(UUID.class)
                .single();
        return new Draft<>(id, owner, kind, mended, form, files(id));
    }

    /** Starts mending a returned application: its form and its scans are in the draft, ready to be changed. */
    public <F> Draft<F> startMending(
            DraftOwner owner, ApplicationKind kind, ApplicationNumber number, F form, List<ApplicationFile> files) {
        discard(owner, kind, number);
        Draft<F> draft = save(owner, kind, number, form);
        files.forEach(file -> link(draft, file.slot(), file.file().id()));
        return new Draft<>(draft.id(), owner, kind, number, form, files);
    }

    /** Throws the open draft away. */
    public void discard(DraftOwner owner, ApplicationKind kind, @Nullable ApplicationNumber mended) {
        jdbc.sql("DELETE FROM application_draft WHERE owner = :owner AND kind = :kind"
                        + " AND coalesce(number, '') = :number AND submitted_number IS NULL")
                .param("owner", owner.key())
                .param("kind", kind.name())
                .param("number", mended == null ? "" : mended.value())
                .update();
    }

    /** Adds an uploaded scan; see {@link #addFile(Draft, String, String, long, InputStream)}. */
    public Checked<StoredAttachment> addFile(Draft<?> draft, String slot, MultipartFile file) {
        try (InputStream content = file.getInputStream()) {
            return addFile(draft, slot, file.getOriginalFilename(), file.getSize(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds a scan. Refuses what is no PDF, JPEG or PNG, too big, or over the quota; nothing else of the draft is touched.
     *
     * @param slot what it is a scan of
     * @param size in bytes, for the quota
     */
    public Checked<StoredAttachment> addFile(
            Draft<?> draft, String slot, @Nullable String filename, long size, InputStream content) throws IOException {
        // The row lock makes parallel uploads of one browser count one another.
        jdbc.sql("SELECT 1 FROM application_draft WHERE id = :id FOR UPDATE")
                .param("id", draft.id())
                .query(Integer.class)
                .optional();
        List<ApplicationFile> present = files(draft.id());
        int most = draft.owner().signedIn() ? limits.filesPerApplication() : limits.filesPerDraft();
        if (present.size() >= most) {
            return Checked.refused("review.file.too-many", most);
        }
        long bytes = present.stream().mapToLong(f -> f.file().size()).sum();
        if (bytes + size > limits.bytesPerDraft()) {
            return Checked.refused("review.file.too-much", limits.bytesPerDraft() / (1024 * 1024));
        }
        Checked<StoredAttachment> stored = attachments.store(filename, content);
        if (stored.isOk()) {
            link(draft, slot, stored.value().id());
        }
        return stored;
    }

    /** The same draft with the scans it has by now. */
    @Transactional(readOnly = true)
    public <F> Draft<F> reread(Draft<F> draft) {
        return new Draft<>(draft.id(), draft.owner(), draft.kind(), draft.mended(), draft.form(), files(draft.id()));
    }

    /** Takes a scan out of the draft. */
    public void removeFile(Draft<?> draft, AttachmentId file) {
        jdbc.sql("DELETE FROM application_draft_file WHERE draft_id = :draft AND attachment_id = :file")
                .param("draft", draft.id())
                .param("file", file.value())
                .update();
    }

    /** True where one of the owner's drafts, also a submitted one that is not yet too old, has that scan. */
    @Transactional(readOnly = true)
    public boolean hasFile(DraftOwner owner, AttachmentId file) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM application_draft_file f JOIN application_draft d ON d.id = f.draft_id"
                                + " WHERE f.attachment_id = :file AND d.owner = :owner AND d.expires_at > :now)")
                .param("file", file.value())
                .param("owner", owner.key())
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** The receipt of what this owner submitted last of that kind: where a resent form lands. */
    @Transactional(readOnly = true)
    public Optional<String> lastReceipt(DraftOwner owner, ApplicationKind kind, @Nullable ApplicationNumber mended) {
        return jdbc.sql("SELECT receipt_token FROM application_draft WHERE owner = :owner AND kind = :kind"
                        + " AND coalesce(number, '') = :number AND submitted_number IS NOT NULL AND expires_at > :now"
                        + " ORDER BY changed_at DESC LIMIT 1")
                .param("owner", owner.key())
                .param("kind", kind.name())
                .param("number", mended == null ? "" : mended.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
    }

    private void link(Draft<?> draft, String slot, AttachmentId file) {
        jdbc.sql("INSERT INTO application_draft_file (draft_id, attachment_id, slot) VALUES (:draft, :file, :slot)"
                        + " ON CONFLICT DO NOTHING")
                .param("draft", draft.id())
                .param("file", file.value())
                .param("slot", slot)
                .update();
    }

    private List<ApplicationFile> files(UUID draft) {
        record Link(AttachmentId id, String slot) {}
        List<Link> links = jdbc.sql(
                        "SELECT attachment_id, slot FROM application_draft_file WHERE draft_id = :draft ORDER BY added")
                .param("draft", draft)
                .query((row, i) -> new Link(new AttachmentId(row.getObject(1, UUID.class)), row.getString(2)))
                .list();
        List<StoredAttachment> stored =
                attachments.describe(links.stream().map(Link::id).toList());
        return links.stream()
                .flatMap(link -> stored.stream()
                        .filter(file -> file.id().equals(link.id()))
                        .map(file -> new ApplicationFile(link.slot(), file)))
                .toList();
    }
}
