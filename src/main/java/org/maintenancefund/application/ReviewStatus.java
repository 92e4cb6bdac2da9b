package org.maintenancefund.application;

import org.maintenancefund.kernel.Labelled;

/** Where an application stands. What leads from one to the next is in {@link ReviewAction} and nowhere else. */
public enum ReviewStatus implements Labelled {
    PENDING("waiting"),
    RETURNED("bad"),
    APPROVED("ok"),
    REFUSED("bad"),
    WITHDRAWN("off"),
    LAPSED("off");

    private final String tag;

    ReviewStatus(String tag) {
        this.tag = tag;
    }

    /** The kind of tag that shows it. */
    public String tag() {
        return tag;
    }

    /** True where nothing can happen to the application any more. */
    public boolean isFinal() {
        return this != PENDING && this != RETURNED;
    }
}
