package org.maintenancefund.notification.delivery;

import org.maintenancefund.kernel.Labelled;

/** Why a message was not sent, or may not have been. */
public enum Trouble implements Labelled {
    /** Nobody answers there. */
    UNREACHABLE,
    /** It was handed over, and no answer came in time. */
    NO_ANSWER,
    /** The connection broke while it was handed over. */
    BROKEN_OFF,
    /** The other side could not take it. */
    OTHER_SIDE_FAILED,
    /** The other side does not want it. */
    NOT_ACCEPTED,
    /** No such mobile number or mailbox. */
    ADDRESS_REFUSED,
    /** The instance stopped in the middle. */
    INSTANCE_STOPPED,
    /** The way was switched off meanwhile. */
    NOT_CONFIGURED,
    /** Our own mistake. */
    INTERNAL
}
