package org.maintenancefund.ledger;

import java.util.UUID;
import org.maintenancefund.access.CurrentUser;

/**
 * Somebody who answers for an entry.
 *
 * @param name as the person was called then
 */
public record EntryPerson(UUID id, String name) {

    public static EntryPerson of(CurrentUser user) {
        return new EntryPerson(user.operatorId().value(), user.personName());
    }
}
