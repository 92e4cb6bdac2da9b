package org.maintenancefund.invariant;

import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Asks the records whether everything holds that must. */
@Service
@RequiredArgsConstructor
public class InvariantService {

    private static final Logger LOG = LoggerFactory.getLogger(InvariantService.class);

    private static final int EXAMPLES = 5;

    private final List<InvariantSource> sources;
    private final JdbcClient jdbc;
    private final AuditTrail trail;

    /** All there are, module by module. */
    public List<Invariant> all() {
        return sources.stream().flatMap(source -> source.invariants().stream()).toList();
    }

    /** Those that don't hold, all of them as of the same moment; none where all is well. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Violation> violations() {
        return all().stream().flatMap(one -> violation(one).stream()).toList();
    }

    /** Asks one of them; empty where it holds, or where there is none of that name any more. */
    @Transactional(readOnly = true)
    public Optional<Violation> violation(String name) {
        return all().stream()
                .filter(invariant -> invariant.name().equals(name))
                .findFirst()
                .flatMap(this::violation);
    }

    private Optional<Violation> violation(Invariant invariant) {
        long rows = jdbc.sql("SELECT count(*) FROM (" + invariant.sql() + ") AS broken")
                .query(Long.class)
                .single();
        return rows == 0
                ? Optional.empty()
                : Optional.of(new Violation(
                        invariant,
                        rows,
                        jdbc.sql("SELECT broken::text FROM (" + invariant.sql() + ") AS broken LIMIT " + EXAMPLES)
                                .query(String.class)
                                .list()));
    }

    /** Tells the log what doesn't hold, and the trail, where the auditor finds it. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public void report() {
        violations().forEach(violation -> {
            LOG.error("{} rows break {}, among them {}", violation.rows(), violation.invariant(), violation.examples());
            trail.record(AuditEvent.of("INVARIANT_BROKEN")
                    .on(
                            "invariant",
                            violation.invariant().name(),
                            violation.invariant().sentence())
                    .change("broken", null, violation.rows()));
        });
    }
}
