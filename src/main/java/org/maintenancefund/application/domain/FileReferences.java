package org.maintenancefund.application.domain;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.maintenancefund.attachment.AttachmentId;
import org.maintenancefund.attachment.AttachmentReferences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Scans that a draft or a round of an application refers to are kept. */
@Component
class FileReferences implements AttachmentReferences {

    private final JdbcClient jdbc;

    FileReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<AttachmentId> inUse(Collection<AttachmentId> candidates) {
        if (candidates.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc
                .sql("SELECT attachment_id FROM application_file WHERE attachment_id IN (:ids)"
                        + " UNION SELECT attachment_id FROM application_draft_file WHERE attachment_id IN (:ids)")
                .param("ids", candidates.stream().map(AttachmentId::value).toList())
                .query(UUID.class)
                .stream()
                .map(AttachmentId::new)
                .toList());
    }
}
