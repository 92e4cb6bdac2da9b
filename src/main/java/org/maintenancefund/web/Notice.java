package org.maintenancefund.web;

import java.io.Serializable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;

/**
 * The banner a page shows after something was done: names the object and the next step. Put into the redirect as flash
 * attribute {@link #ATTRIBUTE}; shown by the layout.
 *
 * @param kind  colour and icon
 * @param title one sentence, bold
 * @param text  what comes next, or null
 */
public record Notice(Kind kind, String title, @Nullable String text) implements Serializable {

    /** Name of the flash or model attribute. */
    public static final String ATTRIBUTE = "notice";

    public enum Kind {
        SUCCESS,
        INFO,
        WARNING,
        ERROR;

        /** As the style sheet and the fragments call it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Notice success(String key, Object... args) {
        return of(Kind.SUCCESS, key, args);
    }

    public static Notice info(String key, Object... args) {
        return of(Kind.INFO, key, args);
    }

    public static Notice warning(String key, Object... args) {
        return of(Kind.WARNING, key, args);
    }

    public static Notice info(Reason reason) {
        return of(Kind.INFO, reason.code(), reason.args().toArray());
    }

    public static Notice warning(Reason reason) {
        return of(Kind.WARNING, reason.code(), reason.args().toArray());
    }

    /** What the messages say under the key, and under the key and {@code .next} where that is there. */
    public static Notice of(Kind kind, String key, Object... args) {
        return new Notice(kind, Messages.of(key, args), Messages.find(key + ".next", args));
    }
}
