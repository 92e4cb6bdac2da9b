package org.maintenancefund.audit.domain;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds entries to the hash chain after their transactions are through. Business transactions take no lock for it; of
 * several instances only the one that gets the advisory lock seals.
 */
@Component
@RequiredArgsConstructor
class AuditSealer {

    private static final Logger log = LoggerFactory.getLogger(AuditSealer.class);
    private static final int BATCH = 500;

    private final AdvisoryLocks locks;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;

    /** Seals all that waits, in steps. Returns how many entries that were; none where another instance is at it. */
    int seal() {
        int total = 0;
        int sealed;
        do {
            Integer step = transaction.execute(status -> sealSome());
            sealed = step == null ? 0 : step;
            total += sealed;
        } while (sealed == BATCH);
        if (total > 0) {
            // Kept where the database's owner can't change it, so that a chain computed anew would be noticed.
            Head head = head();
            log.info(
                    "Audit trail sealed up to {}: {}",
                    head.position(),
                    HexFormat.of().formatHex(head.hash()));
        }
        return total;
    }

    private int sealSome() {
        if (!locks.tryLock(Purpose.AUDIT_SEALING)) {
            return 0;
        }
        Head head = head();
        List<AuditEntry> entries = jdbc.sql("SELECT " + AuditEntry.COLUMNS + " FROM audit_unsealed u JOIN audit_entry e"
                        + " ON e.occurred_at = u.occurred_at AND e.id = u.entry_id"
                        + " ORDER BY e.occurred_at, e.id LIMIT ?")
                .param(BATCH)
                .query(AuditEntry::read)
                .list();
        if (entries.isEmpty()) {
            return 0;
        }
        List<Object[]> seals = new ArrayList<>(entries.size());
        for (AuditEntry entry : entries) {
            head = new Head(head.position() + 1, ChainHash.of(head.hash(), entry));
            seals.add(new Object[] {head.position(), entry.id(), Timestamp.from(entry.occurredAt()), head.hash()});
        }
        batches.batchUpdate(
                "INSERT INTO audit_seal (position, entry_id, occurred_at, hash) VALUES (?, ?, ?, ?)", seals);
        jdbc.sql("DELETE FROM audit_unsealed WHERE entry_id = ANY (:ids)")
                .param("ids", entries.stream().map(AuditEntry::id).toArray(UUID[]::new))
                .update();
        return entries.size();
    }

    private Head head() {
        return jdbc.sql("SELECT position, hash FROM audit_seal ORDER BY position DESC LIMIT 1")
                .query((row, number) -> new Head(row.getLong("position"), row.getBytes("hash")))
                .optional()
                .orElse(new Head(0, ChainHash.START));
    }

    private record Head(long position, byte[] hash) {}
}
