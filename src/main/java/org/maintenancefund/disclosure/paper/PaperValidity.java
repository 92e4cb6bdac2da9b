package org.maintenancefund.disclosure.paper;

import org.maintenancefund.kernel.Messages;

/**
 * Whether what a paper says still holds today.
 *
 * @param holds    false where nobody may rely on it any more
 * @param title    in a few words
 * @param sentence why, or what has come since
 */
public record PaperValidity(boolean holds, String title, String sentence) {

    static PaperValidity holds(String key, Object... args) {
        return new PaperValidity(true, Messages.of("disclosure.paper.holds"), Messages.of(key, args));
    }

    static PaperValidity over(String key, Object... args) {
        return new PaperValidity(false, Messages.of("disclosure.paper.over"), Messages.of(key, args));
    }
}
