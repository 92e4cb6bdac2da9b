package org.maintenancefund.application;

import lombok.Getter;
import org.jspecify.annotations.Nullable;

/** A step of an application was asked for whose draft is not there: submitted, deleted, too old, or never the person's own. */
@Getter
public class DraftGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ApplicationKind kind;
    private final transient @Nullable String key;

    public DraftGone(ApplicationKind kind, @Nullable String key) {
        super("draft " + key);
        this.kind = kind;
        this.key = key;
    }
}
