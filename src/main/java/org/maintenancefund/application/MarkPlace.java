package org.maintenancefund.application;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of an application can be marked to be mended: a line that its form has, the scans that it asks for, one of several.
 *
 * @param field        as in {@link Mark}
 * @param attachmentId as in {@link Mark}
 */
public record MarkPlace(String field, @Nullable UUID attachmentId, String label) {

    /** What a tick sends for it. */
    public String value() {
        return attachmentId == null ? field : field + ":" + attachmentId;
    }

    /** True where the mark is at this place. */
    public boolean isOf(Mark mark) {
        return field.equals(mark.field()) && Objects.equals(attachmentId, mark.attachmentId());
    }

    public Mark because(String reason) {
        return new Mark(field, attachmentId, label, reason);
    }
}
