package org.maintenancefund.notification.delivery;

import java.util.UUID;

/**
 * A message on its way out.
 *
 * @param id      the same at each attempt: by it the other side knows what it has already
 * @param address mobile number or e-mail address
 */
public record OutgoingMessage(UUID id, String address, String name, String subject, String text) {

    /** Neither whom it goes to nor what it says belongs into a log. */
    @Override
    public String toString() {
        return "message " + id;
    }
}
