package org.maintenancefund.committee;

import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.Messages;

/** 属性: elected, or a preparatory group where there is no committee yet. */
public enum CommitteeAttribute implements Labelled {
    FORMAL,
    PREPARATORY;

    /** The words of the choice on the form. */
    public String choice() {
        return Messages.of("CommitteeAttribute." + name() + ".choice");
    }
}
