package org.maintenancefund.collection.receipt;

import org.maintenancefund.kernel.Labelled;

/** What the person is to the unit who brought the money; the debt stays that of its owner. */
public enum ReceivedFrom implements Labelled {
    OWNER,
    TENANT,
    ON_BEHALF
}
