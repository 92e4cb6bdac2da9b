package org.maintenancefund.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.unit.NewUnit;

/**
 * A community to be opened.
 *
 * @param committee   the user name of its committee's person; null for one who has not signed in yet
 * @param company     who manages it and collects
 * @param office      the company's office that does; null for the company itself
 * @param first       the month it is opened from
 * @param mandateTo   the last day of the mandate
 * @param maker       who enters and proposes
 * @param checker     who checks and confirms
 */
record DemoCommunity(
        String name,
        int house,
        @Nullable String committee,
        EnterpriseId company,
        @Nullable OfficeId office,
        YearMonth first,
        LocalDate mandateTo,
        int storeys,
        int entrances,
        List<NewUnit> units,
        CurrentUser maker,
        CurrentUser checker) {

    /** That day of a month so many months before the first one. */
    LocalDate day(int monthsBefore, int day) {
        return first.minusMonths(monthsBefore).atDay(day);
    }
}
