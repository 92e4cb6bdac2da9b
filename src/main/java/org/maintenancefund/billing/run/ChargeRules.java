package org.maintenancefund.billing.run;

import org.maintenancefund.city.ChargeStart;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.Settings;
import org.maintenancefund.city.YesNo;

/**
 * What the city has settled about when a unit begins to pay.
 *
 * @param chargedAfter  months from that of the delivery to the first that is charged: 0 or 1
 * @param warrantyYears years from the delivery that nothing is charged for; 0 where the warranty keeps nobody out
 */
record ChargeRules(int chargedAfter, int warrantyYears) {

    /** Throws a {@link org.maintenancefund.kernel.Refusal} that names the setting where one of them is unset. */
    static ChargeRules of(Settings settings) {
        ChargeStart start = settings.choice(Setting.CHARGE_START, ChargeStart.class);
        boolean always = settings.choice(Setting.CHARGED_IN_WARRANTY, YesNo.class) == YesNo.YES;
        return new ChargeRules(
                start == ChargeStart.DELIVERY_MONTH ? 0 : 1, always ? 0 : settings.number(Setting.WARRANTY_YEARS));
    }
}
