package org.maintenancefund.unit;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.MobileNumber;

/**
 * Who has to pay for a unit (缴款义务人).
 *
 * @param name   of one person or several, or of a company
 * @param mobile masked in lists; null where none is known
 */
@Embeddable
public record Payer(
        @Enumerated(EnumType.STRING) PayerKind kind,
        String name,
        @Nullable MobileNumber mobile) {

    /** Longest name in characters. */
    public static final int LONGEST_NAME = 100;
}
