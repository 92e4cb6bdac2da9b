package org.maintenancefund.committee.change;

import org.maintenancefund.kernel.Labelled;

/** 变更事项. */
public enum ChangeItem implements Labelled {
    FORMALISE,
    NEW_TERM,
    NAME,
    CONTACT,
    OFFICE
}
