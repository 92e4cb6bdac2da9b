package org.maintenancefund.notification;

import org.maintenancefund.kernel.Labelled;

/** A way on which people are told something. */
public enum Channel implements Labelled {
    /** 消息 of an account; always. */
    IN_APP,
    /** The district phones, see 电话通知台: nothing is sent. */
    PHONE,
    SMS,
    EMAIL
}
