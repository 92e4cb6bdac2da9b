package org.maintenancefund.application;

import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;

/** Where an application stands. What leads from one to the next is in {@link ReviewAction} and nowhere else. */
@RequiredArgsConstructor
public enum ReviewStatus implements Labelled {
    PENDING("waiting"),
    RETURNED("bad"),
    APPROVED("ok"),
    REFUSED("bad"),
    WITHDRAWN("off"),
    LAPSED("off");

    /** The kind of tag that shows it. */
    @Getter
    private final String tag;

    /** True where nothing can happen to the application any more. */
    public boolean isFinal() {
        return this != PENDING && this != RETURNED;
    }
}
