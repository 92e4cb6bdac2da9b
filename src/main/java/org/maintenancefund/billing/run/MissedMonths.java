package org.maintenancefund.billing.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.run.BillingMonths.Months;
import org.maintenancefund.kernel.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Months that were billed, and that units are still to be billed for: registered later, or a start put right. */
@Component
@RequiredArgsConstructor
public class MissedMonths {

    private final Trials trials;
    private final JdbcClient jdbc;

    /** How many bills a month missed. */
    public record Missed(YearMonth period, long bills, Money total) {}

    /** The earliest first; one statement for all months. */
    public List<Missed> of(AreaId area, Months months) {
        LocalDate first = months.first().atDay(1);
        YearMonth last = months.lastBilled();
        if (last == null) {
            return List.of();
        }
        Map<String, Object> params = new HashMap<>(trials.params(area, months.first()));
        params.put("first", first);
        params.put("last", last.atDay(1));
        return jdbc.sql("SELECT m.period, count(*) AS bills, sum(c.amount) AS total"
                        + " FROM (SELECT at::date AS period FROM generate_series(CAST(:first AS timestamp),"
                        + " CAST(:last AS timestamp), interval '1 month') AS at) m CROSS JOIN LATERAL"
                        + " billing_candidate(:area, m.period, :charged_after, :warranty_years) c"
                        + " WHERE c.outcome = 'BILLED' GROUP BY m.period ORDER BY m.period")
                .params(params)
                .query((row, i) -> new Missed(
                        YearMonth.from(row.getObject("period", LocalDate.class)),
                        row.getLong("bills"),
                        new Money(row.getLong("total"))))
                .list();
    }
}
