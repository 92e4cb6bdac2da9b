package org.maintenancefund.audit.web;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.maintenancefund.audit.AuditResult;
import org.maintenancefund.audit.domain.AuditEntry;
import org.maintenancefund.audit.domain.AuditLabels;
import org.maintenancefund.kernel.Messages;

/**
 * An entry in words.
 *
 * @param person       name and user name, 系统 for a job, 未登录 for a visitor
 * @param object       what it was done to, empty where nothing
 */
record AuditRow(AuditEntry entry, String person, String action, String object) {

    static AuditRow of(AuditEntry entry, AuditLabels labels) {
        return new AuditRow(
                entry,
                person(entry),
                labels.action(entry.action()),
                labels.object(entry.objectType(), entry.objectId(), entry.objectName()));
    }

    public UUID id() {
        return entry.id();
    }

    public Instant occurredAt() {
        return entry.occurredAt();
    }

    /** Where the person belonged to then, empty where unknown. */
    public String organisation() {
        return Objects.requireNonNullElse(entry.organisationName(), "");
    }

    public String address() {
        return Objects.requireNonNullElse(entry.remoteAddress(), "");
    }

    public AuditResult result() {
        return entry.result();
    }

    private static String person(AuditEntry entry) {
        if (entry.username() == null) {
            return Messages.of(entry.remoteAddress() == null ? "audit.person.system" : "audit.person.visitor");
        }
        return entry.personName() + "（" + entry.username() + "）";
    }
}
