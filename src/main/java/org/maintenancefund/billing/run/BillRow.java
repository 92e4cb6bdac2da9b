package org.maintenancefund.billing.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.money.Rate;

/**
 * A bill as it stands.
 *
 * @param amount    by the formula
 * @param adjusted  what adjustments make it more, or less
 * @param allocated what was paid on it
 */
public record BillRow(YearMonth period, FloorArea floorArea, Rate rate, Money amount, Money adjusted, Money allocated) {

    /** The columns that it is read from, of {@code x}. */
    static final String COLUMNS = "x.period, x.floor_area, x.rate, x.amount, x.adjusted, x.allocated";

    static BillRow read(ResultSet row) throws SQLException {
        return new BillRow(
                YearMonth.from(row.getObject("period", LocalDate.class)),
                new FloorArea(row.getLong("floor_area")),
                new Rate(row.getInt("rate")),
                new Money(row.getLong("amount")),
                new Money(row.getLong("adjusted")),
                new Money(row.getLong("allocated")));
    }

    /** With its adjustments. */
    public Money due() {
        return amount.plus(adjusted);
    }

    public Money open() {
        return due().minus(allocated);
    }

    public BillState state() {
        return BillState.of(due(), allocated);
    }

    /** 89.58 ㎡ × 0.25 元/㎡·月. */
    public String formula() {
        return rate.formula(floorArea);
    }
}
