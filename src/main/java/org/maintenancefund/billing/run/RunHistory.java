package org.maintenancefund.billing.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.billing.SeenMonths;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.RecordRows;
import org.maintenancefund.kernel.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The runs of an area, and what became of each. */
@Component
@RequiredArgsConstructor
public class RunHistory {

    private static final String SELECT =
            "SELECT r.id, r.period, r.kind, r.state, r.bills, r.total, r.remark, r.proposed_by_name, r.proposed_at,"
                    + " r.confirmed_by_name, r.confirmed_at, r.taken_back_by_name, r.taken_back_at,"
                    + " r.taken_back_reason FROM billing_run r WHERE r.area_id = :area AND r.state <> 'DISCARDED'";

    private final JdbcClient jdbc;

    /** A run: who proposed it, and who confirmed it and took it back, where somebody did. */
    public record Run(
            RunId id,
            LocalDate period,
            RunKind kind,
            RunState state,
            int bills,
            long total,
            String remark,
            String proposedByName,
            Instant proposedAt,
            @Nullable String confirmedByName,
            @Nullable Instant confirmedAt,
            @Nullable String takenBackByName,
            @Nullable Instant takenBackAt,
            @Nullable String takenBackReason) {

        public YearMonth month() {
            return YearMonth.from(period);
        }

        public Money sum() {
            return new Money(total);
        }
    }

    /** The latest month first; proposals that nobody confirmed are left out. At most so many. */
    public List<Run> of(AreaId area, SeenMonths seen, int most) {
        return seen.bind(jdbc.sql(SELECT + " AND " + SeenMonths.among("r")
                        + " ORDER BY r.period DESC, r.proposed_at DESC LIMIT :most"))
                .param("area", area.value())
                .param("most", most)
                .query(new RecordRows<>(Run.class))
                .list();
    }

    /** One of them, however many came after it. */
    public Run get(AreaId area, RunId run) {
        return jdbc.sql(SELECT + " AND r.id = :run")
                .param("area", area.value())
                .param("run", run.value())
                .query(new RecordRows<>(Run.class))
                .optional()
                .orElseThrow(() -> new NotFound("run " + run));
    }
}
