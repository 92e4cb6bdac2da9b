package org.maintenancefund.web;

import org.jspecify.annotations.Nullable;

/**
 * One line of 待办事项 on the workbench.
 *
 * @param title  what waits
 * @param text   how long, which
 * @param urgent a few words in red, or null
 * @param count  how many
 * @param href   where it is done
 */
public record Todo(String title, String text, @Nullable String urgent, long count, String href) {}
