package org.maintenancefund.access;

import org.maintenancefund.kernel.Labelled;

/** The kinds of organisation a person can belong to. */
public enum OrgType implements Labelled {
    MUNICIPAL_CENTRE,
    DISTRICT_CENTRE,
    ENTERPRISE,
    OFFICE,
    COMMITTEE
}
