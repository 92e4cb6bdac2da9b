package org.maintenancefund.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;

/**
 * What happened, as the one who did it tells the {@link AuditTrail}:
 *
 * <pre>{@code
 * trail.record(AuditEvent.of("COMMITTEE_APPROVED").on("committee", id, name).change("status", before, after));
 * }</pre>
 *
 * <p>Secrets have no place here: a field that is named like one is refused. Mobile numbers are masked when the event is
 * written.
 *
 * @param action  code of the action; its label is the message {@code audit.action.<code>}
 * @param object  what it was done to, or null
 * @param result  how it ended
 * @param changes changed fields in the order they were named
 * @param actor   who did it, or null where that is whoever is signed in
 */
public record AuditEvent(
        String action,
        @Nullable AuditedObject object,
        AuditResult result,
        List<Change> changes,
        @Nullable CurrentUser actor) {

    private static final List<String> SECRETS = List.of("password", "secret", "token", "activationcode", "receiptcode");

    public AuditEvent {
        changes = List.copyOf(changes);
    }

    /** A successful action of whoever is signed in. */
    public static AuditEvent of(String action) {
        return new AuditEvent(action, null, AuditResult.SUCCESS, List.of(), null);
    }

    /**
     * Says what it was done to.
     *
     * @param type kind of object in lower case; its label is the message {@code audit.object.<type>}
     * @param id   identifier or number
     * @param name its name at that time, for the reader; null where it has none
     */
    public AuditEvent on(String type, Object id, @Nullable String name) {
        return new AuditEvent(action, new AuditedObject(type, id.toString(), name), result, changes, actor);
    }

    /** Adds a changed field; nothing is added where both values are the same. */
    public AuditEvent change(String field, @Nullable Object before, @Nullable Object after) {
        if (SECRETS.stream().anyMatch(field.toLowerCase(Locale.ROOT)::contains)) {
            throw new IllegalArgumentException("a secret does not belong in the audit trail: " + field);
        }
        if (Objects.equals(before, after)) {
            return this;
        }
        List<Change> more = new ArrayList<>(changes);
        more.add(new Change(field, before, after));
        return new AuditEvent(action, object, result, more, actor);
    }

    /** The same with another result than success. */
    public AuditEvent endedWith(AuditResult other) {
        return new AuditEvent(action, object, other, changes, actor);
    }

    /** Names the person where it is not the one signed in: at the sign-in itself, or during an activation. */
    public AuditEvent by(CurrentUser person) {
        return new AuditEvent(action, object, result, changes, person);
    }

    /** What an action was done to. */
    public record AuditedObject(
            String type, String id, @Nullable String name) {}

    /**
     * A changed field.
     *
     * @param field  its name; the label is the message {@code audit.field.<name>}
     * @param before null where there was none
     * @param after  null where there is none any more
     */
    public record Change(
            String field, @Nullable Object before, @Nullable Object after) {}
}
