package org.maintenancefund.web;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;

/**
 * One line of 待办事项 on the workbench.
 *
 * @param text   how long, which
 * @param urgent a few words in red, or null
 * @param count  how many, as it is shown: 10000+ where it was counted no further, nothing where there is nothing to count
 * @param href   where it is done; null where that is in no page
 * @param group  the part of the list that it stands in
 */
public record Todo(
        String title,
        String text,
        @Nullable String urgent,
        String count,
        @Nullable String href,
        TodoGroup group) {

    public Todo(String title, String text, @Nullable String urgent, long count, @Nullable String href) {
        this(title, text, urgent, Long.toString(count), href, TodoGroup.REMINDER);
    }

    /** With its words under the key and {@code .text}. */
    public static Todo of(String key, Object count, @Nullable String href, Object... args) {
        return new Todo(
                Messages.of(key, args),
                Messages.of(key + ".text", args),
                null,
                count.toString(),
                href,
                TodoGroup.REMINDER);
    }

    /** What it adds to the number in the header: nothing where nothing is counted. */
    long number() {
        String digits = count.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    public Todo in(TodoGroup other) {
        return new Todo(title, text, urgent, count, href, other);
    }

    public Todo urgent(@Nullable String words) {
        return new Todo(title, text, words, count, href, group);
    }
}
