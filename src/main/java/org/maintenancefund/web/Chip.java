package org.maintenancefund.web;

import org.maintenancefund.kernel.Messages;

/**
 * An active filter of a list; following it takes the filter off.
 *
 * @param href     the list without this filter
 * @param readable false where nobody can tell what is asked for: the list then shows no rows
 */
public record Chip(String label, String href, boolean readable) {

    public Chip(String label, String href) {
        this(label, href, true);
    }

    /** A value in the address that can't be read. */
    static Chip unreadable(String value, String href) {
        return new Chip(
                Messages.of("web.chip.unreadable", value.length() > 40 ? value.substring(0, 40) + "…" : value),
                href,
                false);
    }
}
