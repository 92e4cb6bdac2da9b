package org.maintenancefund.web;

import org.jspecify.annotations.Nullable;

/**
 * One line of 待办事项 on the workbench.
 *
 * @param title  what waits
 * @param text   how long, which
 * @param urgent a few words in red, or null
 * @param count  how many, as it is shown: 10000+ where it was counted no further
 * @param href   where it is done; null where that is in no page
 */
public record Todo(
        String title,
        String text,
        @Nullable String urgent,
        String count,
        @Nullable String href) {

    public Todo(String title, String text, @Nullable String urgent, long count, @Nullable String href) {
        this(title, text, urgent, Long.toString(count), href);
    }
}
