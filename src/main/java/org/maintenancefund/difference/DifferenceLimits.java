package org.maintenancefund.difference;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.Settings;
import org.springframework.stereotype.Component;

/** Limits of differences as the administrator has set them. */
@Component
@RequiredArgsConstructor
public class DifferenceLimits {

    private final Settings settings;

    /** In so many working days a difference that the system found is to be settled. */
    public int dueDays() {
        return settings.number(Setting.DIFFERENCE_DUE);
    }

    /** So many days a line of the bank may stand unmatched. */
    public int linePatience() {
        return settings.number(Setting.LINE_PATIENCE);
    }

    /** So many days the money of a slip may be on its way. */
    public int slipPatience() {
        return settings.number(Setting.SLIP_PATIENCE);
    }
}
