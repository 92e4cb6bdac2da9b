package org.maintenancefund.audit.domain;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says at the start whether the application's own database role could change the audit trail: then the trail is only as safe
 * as the application. The embedded default has one role on purpose and isn't asked.
 */
@Component
@ConditionalOnProperty("spring.datasource.url")
@RequiredArgsConstructor
class TrailOwnerCheck {

    private static final Logger log = LoggerFactory.getLogger(TrailOwnerCheck.class);

    private final JdbcClient jdbc;

    @EventListener(ApplicationReadyEvent.class)
    void check() {
        if (mayChangeTrail()) {
            log.warn(Messages.of("audit.trail.same-owner"));
        }
    }

    /** Whether the role of the application owns a table of the trail, or has a right there beyond adding and reading. */
    boolean mayChangeTrail() {
        return jdbc.sql("SELECT bool_or(pg_has_role(c.relowner, 'USAGE')"
                        + " OR has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER'))"
                        + " FROM pg_class c WHERE c.oid IN (to_regclass('audit_entry'), to_regclass('audit_seal'))")
                .query(Boolean.class)
                .single();
    }
}
