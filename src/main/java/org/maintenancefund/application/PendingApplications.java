package org.maintenancefund.application;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which subjects have an application pending, and nothing about whose it is. */
@Service
@Transactional(readOnly = true)
public class PendingApplications {

    private final JdbcClient jdbc;

    PendingApplications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the given subjects those with an application of that kind in 待审核, other than {@code except}. */
    public List<UUID> subjects(ApplicationKind kind, Collection<UUID> subjects, @Nullable ApplicationNumber except) {
        return subjects.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT subject_id FROM application WHERE kind = :kind AND status = 'PENDING'"
                                + " AND subject_id IN (:subjects) AND number <> :except")
                        .param("kind", kind.code())
                        .param("subjects", subjects)
                        .param("except", except == null ? "" : except.value())
                        .query(UUID.class)
                        .list();
    }
}
