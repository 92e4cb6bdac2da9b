package org.maintenancefund.web;

import java.io.Serializable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

    public static Notice success(String title, @Nullable String text) {
        return new Notice(Kind.SUCCESS, title, text);
    }

    public static Notice info(String title, @Nullable String text) {
        return new Notice(Kind.INFO, title, text);
    }

    public static Notice warning(String title, @Nullable String text) {
        return new Notice(Kind.WARNING, title, text);
    }

    public static Notice error(String title, @Nullable String text) {
        return new Notice(Kind.ERROR, title, text);
    }
}
