package org.maintenancefund.enterprise.domain;

import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;

/** How far a match is. */
@Getter
@RequiredArgsConstructor
public enum EnterpriseMatchState implements Labelled {
    OPEN("waiting"),
    CONFIRMED("ok"),
    REJECTED("off");

    /** Kind of the tag that shows it. */
    private final String tag;
}
