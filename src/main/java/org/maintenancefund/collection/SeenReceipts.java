package org.maintenancefund.collection;

import org.maintenancefund.billing.SeenMonths;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a person sees of receipts, as a part of this module's statements: who collected there before sees what their company received
 * in their months, and of that how far it paid their months. What a later run took of it is still 预存 to them.
 */
public final class SeenReceipts {

    /** Receipts that are seen, of {@code r}. */
    public static final String CONDITION =
            "(:seen_all OR r.enterprise_id = :seen_enterprise AND r.period = ANY (CAST(:seen_months AS date[])))";

    /** Allocations that are seen, of {@code a}. */
    public static final String OF_MONTHS = "(:seen_all OR a.period = ANY (CAST(:seen_months AS date[])))";

    /** How much of a receipt {@code r} pays bills. */
    public static final String ALLOCATED =
            "CASE WHEN :seen_all THEN r.allocated ELSE (SELECT coalesce(sum(a.amount), 0)"
                    + " FROM receipt_allocation a WHERE a.receipt_id = r.id AND " + OF_MONTHS + ") END";

    private SeenReceipts() {}

    /** Says to a statement with any of them what is seen. */
    public static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, SeenMonths seen) {
        return statement
                .param("seen_all", seen.all())
                .param("seen_enterprise", seen.enterprise())
                .param("seen_months", seen.firstDays());
    }
}
