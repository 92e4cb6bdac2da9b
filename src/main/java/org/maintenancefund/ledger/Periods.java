package org.maintenancefund.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 期间: the months of the city's books, closed one after the other (结账) and never opened again. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class Periods {

    private final JdbcClient jdbc;

    /**
     * Those that are open, and stay so until the transaction ends: who begins to close one waits for it, and it for them. Asked before
     * a running number is taken, since who closes would else stand between two that wait for one another's.
     */
    public OpenPeriods open() {
        jdbc.sql("SELECT accounting_period_share()").query().singleRow();
        LocalDate last = jdbc.sql("SELECT max(month) FROM accounting_period WHERE state <> 'OPEN'")
                .query((row, i) -> row.getObject(1, LocalDate.class))
                .list()
                .get(0);
        return new OpenPeriods(month(last));
    }

    private static @Nullable YearMonth month(@Nullable LocalDate day) {
        return day == null ? null : YearMonth.from(day);
    }
}
