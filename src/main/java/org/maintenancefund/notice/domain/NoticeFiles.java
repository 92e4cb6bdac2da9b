package org.maintenancefund.notice.domain;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.attachment.AttachmentAccess;
import org.maintenancefund.attachment.AttachmentId;
import org.maintenancefund.attachment.AttachmentReferences;
import org.maintenancefund.attachment.StoredAttachment;
import org.maintenancefund.kernel.RecordRows;
import org.maintenancefund.notice.NoticeNumber;
import org.maintenancefund.notice.NoticeStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The files of notices: everybody's as long as the public sees the notice, before and after that of those who write them. */
@Component
@RequiredArgsConstructor
public class NoticeFiles implements AttachmentAccess, AttachmentReferences {

    private static final RecordRows<StoredAttachment> ROWS = new RecordRows<>(StoredAttachment.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    /** In the order in which they were added. */
    @Transactional(readOnly = true)
    public List<StoredAttachment> of(NoticeNumber number) {
        return jdbc.sql(
                        "SELECT a.id, a.filename, a.content_type, a.size FROM notice_file f"
                                + " JOIN stored_attachment a ON a.id = f.attachment_id WHERE f.number = :number ORDER BY f.added")
                .param("number", number.value())
                .query(ROWS)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayView(AttachmentId file, @Nullable CurrentUser user, HttpServletRequest request) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM notice_file JOIN notice USING (number)"
                        + " WHERE attachment_id = :file AND (:writes OR " + NoticeStatus.SHOWN.condition() + "))")
                .param("file", file.value())
                .param("writes", user != null && !user.restricted() && user.is(Role.MUNICIPAL_STAFF))
                .param("today", LocalDate.now(clock))
                .query(Boolean.class)
                .single();
    }

    @Override
    public Set<AttachmentId> inUse(Collection<AttachmentId> candidates) {
        if (candidates.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc
                .sql("SELECT attachment_id FROM notice_file WHERE attachment_id IN (:ids)")
                .param("ids", candidates.stream().map(AttachmentId::value).toList())
                .query(UUID.class)
                .list()
                .stream()
                .map(AttachmentId::new)
                .toList());
    }

    void add(NoticeNumber number, AttachmentId file) {
        jdbc.sql("INSERT INTO notice_file (number, attachment_id) VALUES (:number, :file)")
                .param("number", number.value())
                .param("file", file.value())
                .update();
    }

    void remove(NoticeNumber number, AttachmentId file) {
        jdbc.sql("DELETE FROM notice_file WHERE number = :number AND attachment_id = :file")
                .param("number", number.value())
                .param("file", file.value())
                .update();
    }
}
