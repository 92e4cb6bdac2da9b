package org.maintenancefund.audit;

import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;

/** How an action that stands in the trail ended. */
@Getter
@RequiredArgsConstructor
public enum AuditResult implements Labelled {
    /** It was done. */
    SUCCESS("ok"),
    /** It was tried and did not succeed, such as a sign-in with a wrong password. */
    FAILURE("bad"),
    /** The person has no right to it. */
    REFUSED("waiting");

    /** Kind of the tag that shows it. */
    private final String tag;
}
