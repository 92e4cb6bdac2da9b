package org.maintenancefund.application;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.attachment.AttachmentId;
import org.maintenancefund.attachment.Attachments;
import org.maintenancefund.attachment.Attachments.OpenedScan;
import org.maintenancefund.attachment.StoredAttachment;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** The scans of drafts, within their quota. */
@Service
@Transactional
@RequiredArgsConstructor
public class DraftFiles {

    private final JdbcClient jdbc;
    private final Attachments attachments;
    private final RateLimits rateLimits;
    private final ApplicationLimits limits;
    private final TransactionOperations transactions;
    private final Clock clock;

    /**
     * Keeps what an input has just sent; what is refused becomes the input's error, the rest stays. Each file is looked at
     * outside of any transaction.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void keep(
            Draft<?> draft, ScanSlot slot, List<MultipartFile> sent, HttpServletRequest request, Errors errors) {
        for (MultipartFile file : sent) {
            // An empty input still sends a part without a name.
            if (file.isEmpty() && !StringUtils.hasText(file.getOriginalFilename())) {
                continue;
            }
            rateLimits.take("upload", request, file.getSize());
            Checked<OpenedScan> opened = attachments.open(file);
            Checked<StoredAttachment> stored = opened.isOk()
                    ? Objects.requireNonNull(transactions.execute(status -> add(draft, slot.label(), opened.value())))
                    : new Checked.Refused<>(opened.reason());
            if (!stored.isOk()) {
                FieldErrors.reject(errors, slot.field(), stored.reason());
            }
        }
    }

    /** Adds a scan. Refuses what is over the quota; nothing else of the draft is touched. */
    public Checked<StoredAttachment> add(Draft<?> draft, String slot, OpenedScan scan) {
        // The row lock makes parallel uploads of one draft count one another.
        jdbc.sql("SELECT 1 FROM application_draft WHERE id = :id AND submitted_number IS NULL FOR UPDATE")
                .param("id", draft.key())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFound("draft " + draft.key()));
        List<ApplicationFile> present = of(draft.key());
        int most = draft.owner().signedIn() ? limits.filesPerApplication() : limits.filesPerDraft();
        if (present.size() >= most) {
            return Checked.refused("application.file.too-many", most);
        }
        long bytes = present.stream().mapToLong(f -> f.file().size()).sum();
        if (!draft.owner().signedIn() && bytes + scan.content().length > limits.bytesPerDraft()) {
            return Checked.refused("application.file.too-much", limits.bytesPerDraft() / (1024 * 1024));
        }
        StoredAttachment stored = attachments.store(scan);
        link(draft.key(), slot, stored.id());
        return Checked.ok(stored);
    }

    /**
     * Takes out the scan with that id; null and what is not in the draft do nothing.
     *
     * @return the draft with the scans that it has by now
     */
    public <F> Draft<F> remove(Draft<F> draft, @Nullable String id) {
        Ids.read(id)
                .ifPresent(file -> jdbc.sql(
                                "DELETE FROM application_draft_file WHERE draft_id = :draft AND attachment_id = :file")
                        .param("draft", draft.key())
                        .param("file", file)
                        .update());
        return reread(draft);
    }

    /** The same draft with the scans it has by now. */
    @Transactional(readOnly = true)
    public <F> Draft<F> reread(Draft<F> draft) {
        return draft.with(draft.form(), of(draft.key()), draft.changedAt());
    }

    /** True where one of the owner's drafts, also a submitted one that is not yet too old, has that scan. */
    @Transactional(readOnly = true)
    public boolean has(DraftOwner owner, AttachmentId file) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM application_draft_file f JOIN application_draft d ON d.id = f.draft_id"
                                + " WHERE f.attachment_id = :file AND d.owner = :owner AND d.expires_at > :now)")
                .param("file", file.value())
                .param("owner", owner.key())
                .param("now", Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** In the order in which they were added. */
    @Transactional(readOnly = true)
    List<ApplicationFile> of(UUID draft) {
        List<ApplicationFile.Link> links = jdbc.sql(
                        "SELECT slot, attachment_id FROM application_draft_file WHERE draft_id = :draft ORDER BY added")
                .param("draft", draft)
                .query((row, i) ->
                        new ApplicationFile.Link(row.getString(1), new AttachmentId(row.getObject(2, UUID.class))))
                .list();
        return ApplicationFile.of(links, attachments);
    }

    /** Adds scans that are stored already. */
    void link(UUID draft, List<ApplicationFile> files) {
        files.forEach(file -> link(draft, file.slot(), file.file().id()));
    }

    /** The same in place of those that are there. */
    void replace(UUID draft, List<ApplicationFile> files) {
        jdbc.sql("DELETE FROM application_draft_file WHERE draft_id = :draft")
                .param("draft", draft)
                .update();
        link(draft, files);
    }

    private void link(UUID draft, String slot, AttachmentId file) {
        jdbc.sql("INSERT INTO application_draft_file (draft_id, attachment_id, slot) VALUES (:draft, :file, :slot)"
                        + " ON CONFLICT DO NOTHING")
                .param("draft", draft)
                .param("file", file.value())
                .param("slot", slot)
                .update();
    }
}
