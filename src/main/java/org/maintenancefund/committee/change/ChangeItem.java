package org.maintenancefund.committee.change;

import org.maintenancefund.kernel.Labelled;

/** 变更事项. */
public enum ChangeItem implements Labelled {
    FORMALISE,
    NEW_TERM,
    NAME,
    CONTACT,
    OFFICE;

    /** True where the district compares it with papers. */
    boolean isProved() {
        return this == FORMALISE || this == NEW_TERM || this == NAME;
    }
}
