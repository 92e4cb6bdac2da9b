package org.maintenancefund.attachment.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.attachment.AttachmentId;
import org.maintenancefund.attachment.AttachmentProperties;
import org.maintenancefund.attachment.AttachmentReferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes files that nothing refers to: of drafts that lapsed, or taken out of a form again. */
@Component
@RequiredArgsConstructor
class UnusedAttachments {

    private static final Logger log = LoggerFactory.getLogger(UnusedAttachments.class);
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final ObjectProvider<AttachmentReferences> references;
    private final AttachmentProperties properties;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /**
     * Walks over all that are old enough, oldest first, and removes those no module refers to. Two instances at once do no
     * harm. Without any module to ask nothing is removed.
     *
     * @return how many were removed
     */
    int remove() {
        if (references.stream().findAny().isEmpty()) {
            return 0;
        }
        Instant before = clock.instant().minus(properties.keptUnused());
        Candidate last = new Candidate(Instant.EPOCH, new UUID(0, 0));
        int removed = 0;
        for (List<Candidate> batch = after(last, before); !batch.isEmpty(); batch = after(last, before)) {
            removed += removeUnused(batch);
            last = batch.get(batch.size() - 1);
        }
        if (removed > 0) {
            log.info("{} attachments that nothing refers to were removed", removed);
        }
        return removed;
    }

    private int removeUnused(List<Candidate> batch) {
        Integer removed = transaction.execute(status -> {
            List<AttachmentId> unused = new ArrayList<>(
                    batch.stream().map(c -> new AttachmentId(c.id())).toList());
            references.forEach(module -> unused.removeAll(module.inUse(unused)));
            UUID[] ids = unused.stream().map(AttachmentId::value).toArray(UUID[]::new);
            return jdbc.sql("DELETE FROM attachment WHERE id = ANY (:ids)")
                    .param("ids", ids)
                    .update();
        });
        return removed == null ? 0 : removed;
    }

    private List<Candidate> after(Candidate last, Instant before) {
        return jdbc.sql(
                        "SELECT created_at, id FROM attachment"
                                + " WHERE (created_at, id) > (:at, :id) AND created_at < :before ORDER BY created_at, id LIMIT :n")
                .param("at", Timestamp.from(last.createdAt()))
                .param("id", last.id())
                .param("before", Timestamp.from(before))
                .param("n", BATCH)
                .query((row, number) ->
                        new Candidate(row.getTimestamp("created_at").toInstant(), row.getObject("id", UUID.class)))
                .list();
    }

    private record Candidate(Instant createdAt, UUID id) {}
}
