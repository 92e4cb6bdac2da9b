package org.maintenancefund.application;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;

/**
 * What a reviewer marked to be mended, with 退回修改.
 *
 * @param field        key of a line of the summary, or the input of a kind's scans
 * @param attachmentId the one of several scans; null: the line
 * @param label        as the page called it then
 * @param reason       what is wrong with it; may be empty where the decision says it
 */
@Embeddable
public record Mark(String field, @Nullable UUID attachmentId, String label, String reason) {

    /** How long a reason may be; the database allows as much. */
    public static final int LONGEST_REASON = 200;

    /** Marks in one line; empty where there are none. */
    public static String words(List<Mark> marks) {
        return marks.stream().map(Mark::toString).collect(Collectors.joining("；"));
    }

    /** For who must not learn what the files are called. */
    Mark withoutFilename() {
        String slot = label.split(Messages.of("application.mark.file", "", ""), 2)[0];
        return attachmentId == null
                ? this
                : new Mark(field, attachmentId, Messages.of("application.mark.one-of", slot), reason);
    }

    @Override
    public String toString() {
        return reason.isBlank() ? label : Messages.of("application.mark", label, reason);
    }
}
