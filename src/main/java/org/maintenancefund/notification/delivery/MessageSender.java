package org.maintenancefund.notification.delivery;

import org.maintenancefund.notification.Channel;

/** A way by which messages leave the system; one that is not configured sends none. */
public interface MessageSender {

    Channel channel();

    /** One attempt. Says what came of it whatever happens; throws nothing but errors of our own. */
    Outcome send(OutgoingMessage message);
}
