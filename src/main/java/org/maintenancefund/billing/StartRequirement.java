package org.maintenancefund.billing;

import java.time.YearMonth;
import org.maintenancefund.area.AreaView;

/**
 * Something that has to be there before the fund of an area is collected (开通). Each feature that asks for something offers one
 * bean, also those above this module: the fund account comes with the bank, which brings its line with it. Their {@code @Order} is
 * that of the list: 10 mandate, 20 units, 30 payers, 40 standards, 50 fund account, 60 opening balances, 70 settings.
 *
 * <p>Asked within the transaction that opens the area too, so that what the list says is what counts.
 */
public interface StartRequirement {

    /**
     * How it stands with an area.
     *
     * @param month the first one that is to be billed
     */
    StartLine check(AreaView area, YearMonth month);
}
