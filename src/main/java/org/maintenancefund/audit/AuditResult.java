package org.maintenancefund.audit;

import org.maintenancefund.kernel.Labelled;

/** How an action that stands in the trail ended. */
public enum AuditResult implements Labelled {
    /** It was done. */
    SUCCESS("ok"),
    /** It was tried and did not succeed, such as a sign-in with a wrong password. */
    FAILURE("bad"),
    /** The person has no right to it. */
    REFUSED("waiting");

    private final String tag;

    AuditResult(String tag) {
        this.tag = tag;
    }

    /** Kind of the tag that shows it. */
    public String tag() {
        return tag;
    }
}
