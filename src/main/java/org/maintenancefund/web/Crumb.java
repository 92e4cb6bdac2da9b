package org.maintenancefund.web;

import org.jspecify.annotations.Nullable;

/**
 * One step of the breadcrumb (当前位置) behind those that the page catalogue gives. Pages put a list of them into the model
 * as {@link #ATTRIBUTE}; the last one is the page itself.
 *
 * @param href  where it leads, or null for no link
 */
public record Crumb(String label, @Nullable String href) {

    /** Name of the model attribute. */
    public static final String ATTRIBUTE = "crumbs";

    /** The page itself, or a step that leads nowhere. */
    public static Crumb of(String label) {
        return new Crumb(label, null);
    }
}
