package org.maintenancefund.audit.web;

import java.time.Instant;
import java.util.UUID;
import org.maintenancefund.audit.AuditResult;
import org.maintenancefund.audit.domain.AuditEntry;
import org.maintenancefund.audit.domain.AuditLabels;

/**
 * An entry in words.
 *
 * @param person       name and user name, 系统 for a job, 未登录 for a visitor
 * @param organisation where the person belonged to then, empty where unknown
 * @param object       what it was done to, empty where nothing
 */
record AuditRow(
        UUID id,
        Instant occurredAt,
        String person,
        String organisation,
        String action,
        String object,
        AuditResult result,
        String address) {

    static AuditRow of(AuditEntry entry, AuditLabels labels) {
        return new AuditRow(
                entry.id(),
                entry.occurredAt(),
                person(entry),
                entry.organisationName() == null ? "" : entry.organisationName(),
                labels.action(entry.action()),
                labels.object(entry.objectType(), entry.objectId(), entry.objectName()),
                entry.result(),
                entry.remoteAddress() == null ? "" : entry.remoteAddress());
    }

    /** Kind of the tag that shows the result. */
    public String resultTag() {
        return switch (result) {
            case SUCCESS -> "ok";
            case FAILURE -> "bad";
            case REFUSED -> "waiting";
        };
    }

    public String resultLabel() {
        return switch (result) {
            case SUCCESS -> "成功";
            case FAILURE -> "失败";
            case REFUSED -> "已拒绝";
        };
    }

    private static String person(AuditEntry entry) {
        if (entry.username() == null) {
            return entry.remoteAddress() == null ? "系统" : "未登录";
        }
        return entry.personName() + "（" + entry.username() + "）";
    }
}
