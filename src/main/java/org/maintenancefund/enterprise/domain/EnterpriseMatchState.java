package org.maintenancefund.enterprise.domain;

import org.maintenancefund.kernel.Labelled;

/** How far a match is. */
public enum EnterpriseMatchState implements Labelled {
    OPEN("waiting"),
    CONFIRMED("ok"),
    REJECTED("off");

    private final String tag;

    EnterpriseMatchState(String tag) {
        this.tag = tag;
    }

    /** Kind of the tag that shows it. */
    public String tag() {
        return tag;
    }
}
