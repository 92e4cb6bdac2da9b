package org.maintenancefund.notification.domain;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.kernel.MobileNumber;

/**
 * Somebody who is told, and by what they can be reached.
 *
 * @param account under whose 消息 it stands; null for who has no account
 * @param mobile  null where no SMS is to be sent
 * @param email   empty where no e-mail is to be sent
 */
record Recipient(
        @Nullable OperatorId account, String name, @Nullable MobileNumber mobile, String email) {

    /** Under 消息 alone. */
    static Recipient reader(OperatorView person) {
        return new Recipient(person.id(), person.personName(), null, "");
    }

    /** Under 消息 and wherever else the person is reached. */
    static Recipient person(OperatorView person, String email) {
        return new Recipient(person.id(), person.personName(), person.mobile(), email);
    }

    /** Who has no account, or is not asked for it. */
    static Recipient contact(String name, @Nullable MobileNumber mobile, String email) {
        return new Recipient(null, name, mobile, email);
    }
}
