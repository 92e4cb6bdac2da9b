package org.maintenancefund.billing.run;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.billing.BilledMonth;
import org.maintenancefund.billing.SeenMonths;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bills of one unit. */
@Component
@RequiredArgsConstructor
public class UnitBills {

    private final JdbcClient jdbc;

    /** The latest first. */
    public List<BillRow> of(UnitId unit, SeenMonths seen) {
        return seen.bind(jdbc.sql("SELECT " + BillRow.COLUMNS + " FROM bill x WHERE x.unit_id = :unit AND "
                        + SeenMonths.among("x") + " ORDER BY x.period DESC"))
                .param("unit", unit.value())
                .query((row, i) -> BillRow.read(row))
                .list();
    }

    /** All of them as other modules show them, the latest first. */
    public List<BilledMonth> months(UnitId unit) {
        return of(unit, SeenMonths.ALL).stream()
                .map(bill -> new BilledMonth(
                        bill.period(),
                        bill.formula(),
                        bill.amount(),
                        bill.adjusted(),
                        bill.allocated(),
                        bill.state().label(),
                        bill.state().tag()))
                .toList();
    }

    /** What is open of them together. */
    public static Money open(List<BillRow> bills) {
        return Money.sum(bills.stream().map(BillRow::open));
    }
}
