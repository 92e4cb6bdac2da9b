package org.maintenancefund.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Reason;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns a {@link Reason} into the sentence on the page. The system speaks Chinese only. */
@Component
public class Messages {

    private static final Locale LOCALE = Locale.SIMPLIFIED_CHINESE;

    private final MessageSource source;

    Messages(MessageSource source) {
        this.source = source;
    }

    /** The sentence of a reason. */
    public String of(Reason reason) {
        return of(reason.code(), reason.args().toArray());
    }

    /** The sentence of a key, or null where no messages file has it. */
    public @Nullable String find(String code, Object @Nullable ... args) {
        return source.getMessage(code, args, null, LOCALE);
    }

    /**
     * The sentence of a key.
     *
     * @throws org.springframework.context.NoSuchMessageException where no messages file has it
     */
    public String of(String code, Object... args) {
        return source.getMessage(code, args, LOCALE);
    }
}
