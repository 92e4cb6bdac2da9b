package org.maintenancefund.test;

import java.time.YearMonth;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A month of the books that somebody begins to close while others post, for tests that roll nothing back. */
public final class MonthEnd {

    private final YearMonth month;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public MonthEnd(YearMonth month, ApplicationContext context) {
        this.month = month;
        this.jdbc = context.getBean(JdbcClient.class);
        this.transaction = context.getBean(TransactionTemplate.class);
    }

    /** Begins to close it, however many wait for that; returns what is seen when nobody posts any more. */
    public <T> T begin(Supplier<T> seen) {
        return transaction.execute(status -> {
            jdbc.sql("SELECT accounting_period_take()").query().singleRow();
            T last = seen.get();
            jdbc.sql(
                            "INSERT INTO accounting_period (month, state, since) VALUES (:month, 'CLOSING', clock_timestamp())")
                    .param("month", month.atDay(1))
                    .update();
            return last;
        });
    }

    /** And others stand on months that are all open. */
    public void forget() {
        jdbc.sql("DELETE FROM accounting_period WHERE month = :month")
                .param("month", month.atDay(1))
                .update();
    }
}
