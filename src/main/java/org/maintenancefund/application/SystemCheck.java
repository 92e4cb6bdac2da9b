package org.maintenancefund.application;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * One line of 系统比对.
 *
 * @param good true: nothing to look at; false: the reviewer should look
 * @param text the finding
 * @param href where to look, or null
 */
@Embeddable
public record SystemCheck(
        boolean good, String text, @Nullable String href) {

    public static SystemCheck good(String text) {
        return new SystemCheck(true, text, null);
    }

    public static SystemCheck look(String text) {
        return new SystemCheck(false, text, null);
    }

    public static SystemCheck look(String text, String href) {
        return new SystemCheck(false, text, href);
    }
}
