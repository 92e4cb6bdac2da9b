package org.maintenancefund.notice;

import java.time.LocalDate;

/**
 * A notice that the public sees, in a list.
 *
 * @param from since when
 */
public record NoticeLine(NoticeNumber number, String title, LocalDate from, boolean pinned) {

    /** Its own address. */
    public String path() {
        return "/notices/" + number;
    }
}
