package org.maintenancefund.importing;

import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;

/** How far an import is. */
@RequiredArgsConstructor
public enum ImportState implements Labelled {
    WAITING("waiting"),
    READING("info"),
    /** Read, and waiting for somebody who confirms it. */
    READ("waiting"),
    REFUSED("bad"),
    CONFIRMED("waiting"),
    APPLYING("info"),
    /** Tried as often as it may be, or not worth another try: somebody decides whether to try again. */
    FAILED("bad"),
    DONE("ok"),
    DISCARDED("off");

    /** The kind of tag that shows it, see fragments/page. */
    @Getter
    private final String tag;

    /** True while a worker has to do with it: the page asks again. */
    public boolean isMoving() {
        return isBeingRead() || isBeingApplied();
    }

    public boolean isBeingRead() {
        return this == WAITING || this == READING;
    }

    public boolean isBeingApplied() {
        return this == CONFIRMED || this == APPLYING;
    }

    /** True where nothing can happen to it any more. */
    public boolean isEnded() {
        return this == REFUSED || this == DONE || this == DISCARDED;
    }
}
