package org.maintenancefund.disclosure.reminder;

import org.maintenancefund.kernel.Labelled;

/** How a reminder came to whom it is for. */
public enum DeliveryWay implements Labelled {
    /** 当面签收. */
    HANDED,
    /** 邮寄. */
    MAILED,
    /** 张贴. */
    POSTED,
    SMS,
    OTHER
}
