package org.maintenancefund.audit.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Verifies the hash chain: computes every link anew and looks for entries beside the chain. Whoever has all rights over the
 * database could compute the whole chain anew; that shows by comparing the head with one noted earlier (the log has them).
 */
@Component
@RequiredArgsConstructor
public class AuditChain {

    private static final int STEP = 1000;

    private final JdbcClient jdbc;

    /**
     * What a walk along the hash chain found.
     *
     * @param sealed     links of the chain
     * @param waiting    entries that wait for their seal; not a fault
     * @param faults     how many entries were changed, taken away, or put in past the trail
     * @param firstFault where the first fault lies in the chain, or null where there is none within it
     * @param head       the last link's hash in hexadecimal, empty where there is none
     */
    public record ChainVerification(
            long sealed,
            long waiting,
            long faults,
            @Nullable Long firstFault,
            String head) {

        public boolean isIntact() {
            return faults == 0;
        }
    }

    /** Walks the whole chain on one snapshot of the database, in steps of bounded memory. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ChainVerification verify() {
        Walk walk = new Walk();
        for (List<Link> links = linksAfter(0); !links.isEmpty(); links = linksAfter(walk.position)) {
            links.forEach(walk::step);
        }
        long waiting = count("SELECT count(*) FROM audit_unsealed");
        long besideTheChain = count("SELECT count(*) FROM audit_entry e"
                + " WHERE NOT EXISTS (SELECT FROM audit_seal s WHERE s.entry_id = e.id)"
                + " AND NOT EXISTS (SELECT FROM audit_unsealed u WHERE u.entry_id = e.id)");
        long takenWhileWaiting = count("SELECT count(*) FROM audit_unsealed u WHERE NOT EXISTS"
                + " (SELECT FROM audit_entry e WHERE e.occurred_at = u.occurred_at AND e.id = u.entry_id)");
        return new ChainVerification(
                walk.links,
                waiting,
                walk.faults + besideTheChain + takenWhileWaiting,
                walk.firstFault,
                walk.links == 0 ? "" : HexFormat.of().formatHex(walk.hash));
    }

    private List<Link> linksAfter(long position) {
        return jdbc.sql("SELECT s.position, s.hash, " + AuditEntry.COLUMNS + " FROM audit_seal s"
                        + " LEFT JOIN audit_entry e ON e.occurred_at = s.occurred_at AND e.id = s.entry_id"
                        + " WHERE s.position > ? ORDER BY s.position LIMIT ?")
                .params(position, STEP)
                .query(Link::read)
                .list();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** One link with its entry, null where that is gone. */
    private record Link(
            long position, byte[] hash, @Nullable AuditEntry entry) {

        static Link read(ResultSet row, int number) throws SQLException {
            boolean gone = row.getObject("id") == null;
            return new Link(row.getLong("position"), row.getBytes("hash"), gone ? null : AuditEntry.read(row, number));
        }
    }

    private static final class Walk {
        private long links;
        private long position;
        private byte[] hash = ChainHash.START;
        private long faults;
        private @Nullable Long firstFault;

        /** Goes on from the hash that is written, so that one changed entry counts as one fault and not as all behind it. */
        void step(Link link) {
            boolean next = link.position() == position + 1;
            boolean holds = link.entry() != null && Arrays.equals(link.hash(), ChainHash.of(hash, link.entry()));
            if (!next || !holds) {
                faults++;
                firstFault = firstFault == null ? Long.valueOf(link.position()) : firstFault;
            }
            links++;
            position = link.position();
            hash = link.hash();
        }
    }
}
