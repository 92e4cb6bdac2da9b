package org.maintenancefund.area.domain;

import org.maintenancefund.application.SubjectLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets merges and what is submitted and decided go one after the other. One lock for all areas: there are few merges, each
 * takes some milliseconds, and a lock per area would have to be taken before it is known which areas a transaction touches.
 */
@Component
class AreaLocks implements SubjectLock {

    /** Any number that nothing else in this database uses for an advisory lock. */
    private static final long KEY = 0x4152_4541L;

    private final JdbcClient jdbc;

    AreaLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Shared: any number at once, none beside a merge. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        take("pg_advisory_xact_lock_shared");
    }

    /** Alone: waits until what is being submitted or decided is through. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockAlone() {
        take("pg_advisory_xact_lock");
    }

    private void take(String lock) {
        jdbc.sql("SELECT " + lock + "(:key)")
                .param("key", KEY)
                .query((row, i) -> true)
                .single();
    }
}
