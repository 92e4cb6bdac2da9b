package org.maintenancefund.disclosure.publication;

import java.util.EnumSet;
import java.util.Set;
import org.maintenancefund.kernel.Labelled;

/** How far a publication is. */
public enum PublicationState implements Labelled {
    /** 待确认: the committee has not said anything yet. */
    PUBLISHED,
    /** 有异议: it objects, and waits for an answer. */
    OBJECTED,
    /** 已答复: it has an answer, to be confirmed or objected to once more. */
    ANSWERED,
    CONFIRMED;

    /** What it may become next. */
    public Set<PublicationState> mayBecome() {
        return switch (this) {
            case PUBLISHED, ANSWERED -> EnumSet.of(OBJECTED, CONFIRMED);
            case OBJECTED -> EnumSet.of(ANSWERED);
            case CONFIRMED -> EnumSet.noneOf(PublicationState.class);
        };
    }

    /** How it is marked on pages. */
    public String tag() {
        return switch (this) {
            case PUBLISHED, ANSWERED -> "waiting";
            case OBJECTED -> "bad";
            case CONFIRMED -> "ok";
        };
    }
}
