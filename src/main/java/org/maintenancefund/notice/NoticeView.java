package org.maintenancefund.notice;

import java.time.Instant;

/**
 * A notice as its pages see it.
 *
 * @param status    on the day on which it was asked for
 * @param version   for optimistic locking; a form carries it
 * @param changedAt when something was last done with it
 * @param changedBy the name of the person who did it
 */
public record NoticeView(
        NoticeNumber number,
        NoticeContent content,
        NoticeStatus status,
        boolean pinned,
        int version,
        Instant changedAt,
        String changedBy) {

    public String title() {
        return content.title();
    }

    /** For templates: what can be done with it now. */
    public boolean takes(String action) {
        NoticeAction wanted = NoticeAction.valueOf(action);
        return wanted.isPossibleIn(status)
                && (wanted != NoticeAction.PIN || !pinned)
                && (wanted != NoticeAction.UNPIN || pinned);
    }
}
