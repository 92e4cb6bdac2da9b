package org.maintenancefund.web;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;

/**
 * How something stands that a person looks after: a line of the workbench, whether or not there is something to do.
 *
 * @param text  what is known, and what comes next
 * @param tag   kind of the tag: ok, waiting, bad, off
 * @param state the word on it
 * @param href  where it is looked at; null where that is in no page
 */
public record StatusLine(
        String title,
        String text,
        String tag,
        String state,
        @Nullable String href) {

    /** With its title under the key and its state under {@code .state.} and that word. */
    public static StatusLine of(String key, String text, String tag, String state, @Nullable String href) {
        return new StatusLine(Messages.of(key), text, tag, Messages.of(key + ".state." + state), href);
    }
}
