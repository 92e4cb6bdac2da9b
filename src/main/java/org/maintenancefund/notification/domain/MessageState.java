package org.maintenancefund.notification.domain;

import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;

/** How a message that leaves the system stands. */
@RequiredArgsConstructor
public enum MessageState implements Labelled {
    WAITING("waiting"),
    SENDING("waiting"),
    SENT("ok"),
    /** An attempt was broken off: it may have arrived. Nobody but a person sends it again. */
    UNCERTAIN("bad"),
    /** Not sent, and not tried any more. */
    FAILED("bad"),
    /** A person decided that it is not to be sent. */
    DROPPED("off");

    /** The kind of tag it is shown as. */
    @Getter
    private final String tag;

    /** True where a person has to look at it. */
    public boolean isDead() {
        return this == UNCERTAIN || this == FAILED;
    }
}
