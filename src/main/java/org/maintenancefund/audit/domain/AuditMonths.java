package org.maintenancefund.audit.domain;

import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the trail's monthly partitions ahead of time. Entries of a month without one go to the default partition. */
@Component
class AuditMonths {

    private static final Logger log = LoggerFactory.getLogger(AuditMonths.class);
    private static final int AHEAD = 3;
    /** So that two instances don't make the same month at once: the letters AUDM. */
    private static final long LOCK = 0x4155444DL;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AuditMonths(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** This month and the next three. What fails (a lock that took too long, say) is tried again the next time. */
    void createAhead() {
        for (int months = 0; months <= AHEAD; months++) {
            LocalDate day = LocalDate.now(clock).plusMonths(months);
            try {
                transaction.executeWithoutResult(status -> create(day));
            } catch (DataAccessException e) {
                log.warn("The audit trail's partition of {} was not made: {}", day, e.getMessage());
            }
        }
    }

    private void create(LocalDate day) {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
        jdbc.sql("SELECT audit_create_month(?)").param(day).query(Boolean.class).single();
    }
}
