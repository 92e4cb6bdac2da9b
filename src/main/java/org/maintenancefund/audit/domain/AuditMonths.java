package org.maintenancefund.audit.domain;

import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the trail's monthly partitions ahead of time. Entries of a month without one go to the default partition. */
@Component
@RequiredArgsConstructor
class AuditMonths {

    private static final Logger log = LoggerFactory.getLogger(AuditMonths.class);
    private static final int AHEAD = 3;

    private final AdvisoryLocks locks;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

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
        locks.lock(Purpose.AUDIT_MONTHS);
        jdbc.sql("SELECT audit_create_month(?)").param(day).query(Boolean.class).single();
    }
}
