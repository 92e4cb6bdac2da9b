package org.maintenancefund.collection;

import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.stereotype.Component;

/**
 * The month that a payment lands in: that of its day, or the earliest open one where that is closed, while its day is kept. No month
 * is ever closed before there is a ledger with periods (结账): until then it is that of the day.
 */
@Component
public class ReceivingPeriod {

    public YearMonth of(LocalDate day) {
        return YearMonth.from(day);
    }
}
