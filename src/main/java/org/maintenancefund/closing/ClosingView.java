package org.maintenancefund.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;

/**
 * An attempt to close a month.
 *
 * @param month       its first day, as the database has it
 * @param sha256      of the snapshot; null before there is one
 * @param endedByName null as long as it is underway, and where a check failed
 * @param reason      why it failed or was given up; else empty
 */
public record ClosingView(
        ClosingId id,
        LocalDate month,
        ClosingState state,
        Instant begunAt,
        OperatorId begunBy,
        String begunByName,
        @Nullable String sha256,
        @Nullable Instant endedAt,
        @Nullable String endedByName,
        String reason) {

    public YearMonth period() {
        return YearMonth.from(month);
    }

    public boolean isBegunBy(CurrentUser user) {
        return begunBy.equals(user.operatorId());
    }
}
