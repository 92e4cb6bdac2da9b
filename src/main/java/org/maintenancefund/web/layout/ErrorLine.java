package org.maintenancefund.web.layout;

import org.jspecify.annotations.Nullable;

/**
 * One line of the error summary.
 *
 * @param id      id of the input it leads to, or null where it concerns the whole form
 * @param message what to mend
 */
public record ErrorLine(@Nullable String id, String message) {}
