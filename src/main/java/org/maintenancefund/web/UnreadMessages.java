package org.maintenancefund.web;

import org.maintenancefund.access.OperatorId;

/** The number beside 消息 in the header. The feature that keeps messages offers it as a bean; asked once in half a minute. */
public interface UnreadMessages {

    /** How many messages the person has not read. */
    long of(OperatorId person);
}
