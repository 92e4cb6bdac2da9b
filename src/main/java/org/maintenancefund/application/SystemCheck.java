package org.maintenancefund.application;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;

/**
 * One line of 系统比对.
 *
 * @param good true: nothing to look at; false: the reviewer should look
 */
@Embeddable
public record SystemCheck(
        boolean good, String text, @Nullable String href) {

    /** In the words of the messages: nothing to look at. */
    public static SystemCheck good(String key, @Nullable Object... args) {
        return new SystemCheck(true, Messages.of(key, args), null);
    }

    /** The reviewer should look, and why. */
    public static SystemCheck look(Reason why) {
        return new SystemCheck(false, Messages.of(why), null);
    }

    /** In the words of the messages: the reviewer should look. */
    public static SystemCheck look(String key, @Nullable Object... args) {
        return new SystemCheck(false, Messages.of(key, args), null);
    }

    public SystemCheck at(String address) {
        return new SystemCheck(good, text, address);
    }
}
