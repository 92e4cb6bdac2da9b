package org.maintenancefund.closing;

import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;

/** How a step of a closing ended. */
@RequiredArgsConstructor
public enum StepState implements Labelled {
    WAITING("waiting"),
    DONE("ok"),
    /** The invariant doesn't hold. */
    BROKEN("bad");

    /** The kind of tag that shows it, see fragments/page. */
    @Getter
    private final String tag;
}
