package org.maintenancefund.billing.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which months of areas can be billed: one after the other, from the month of 开通 on, none before it has begun. */
@Component
@RequiredArgsConstructor
public class BillingMonths {

    private static final String LAST_RUN = "(SELECT max(r.period) FROM billing_run r"
            + " WHERE r.area_id = s.area_id AND r.kind = 'REGULAR' AND r.state = 'BILLED')";

    /** Of an area that was never billed itself and took billed units over with another one. */
    private static final String LAST_BILL =
            "(SELECT max(b.period) FROM named_unit u CROSS JOIN LATERAL (SELECT b.period"
                    + " FROM bill b WHERE b.unit_id = u.unit_id ORDER BY b.period DESC LIMIT 1) b WHERE u.area_id = s.area_id)";

    /** The last month that an area was billed for which is opened, {@code s}. */
    static final String LAST_BILLED = "coalesce(" + LAST_RUN + ", " + LAST_BILL + ")";

    /** The next one to be billed of it. */
    static final String NEXT = "coalesce(CAST(" + LAST_BILLED + " + interval '1 month' AS date), s.first_month)";

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * The months of an area that is opened.
     *
     * @param first      the month it was opened from
     * @param lastBilled null before the first run
     * @param current    the month that it is today
     */
    public record Months(YearMonth first, @Nullable YearMonth lastBilled, YearMonth current) {

        /** The next one to be billed, also where it has not begun yet. */
        public YearMonth next() {
            return lastBilled == null ? first : lastBilled.plusMonths(1);
        }

        /** Whether the next one has begun. */
        public boolean isDue() {
            return !next().isAfter(current);
        }

        /** Whether it was billed, so that only what it missed can be billed behind. */
        public boolean isBilled(YearMonth month) {
            return lastBilled != null && !month.isBefore(first) && !month.isAfter(lastBilled);
        }

        /** What a run of that month is; a {@link Refusal} where it can't be billed now. */
        public RunKind kindOf(YearMonth month) {
            return whyNot(month)
                    .<RunKind>map(reason -> {
                        throw new Refusal(reason);
                    })
                    .orElseGet(() -> isBilled(month) ? RunKind.MISSED : RunKind.REGULAR);
        }

        /** Why that month can't be billed now. */
        public Optional<Reason> whyNot(YearMonth month) {
            if (isBilled(month) || month.equals(next()) && isDue()) {
                return Optional.empty();
            }
            if (month.isAfter(current)) {
                return Optional.of(Reason.of("billing.run.refusal.future", month));
            }
            return Optional.of(
                    month.isBefore(first)
                            ? Reason.of("billing.run.refusal.before-opening", month, first)
                            : Reason.of("billing.run.refusal.not-next", month, next()));
        }
    }

    /** Empty where the area is not opened. */
    public Optional<Months> find(AreaId area) {
        return Optional.ofNullable(of(List.of(area)).get(area));
    }

    /** The same; a {@link Refusal} where it is not opened. */
    Months get(AreaId area) {
        return find(area).orElseThrow(() -> Refusal.because("billing.run.refusal.not-opened"));
    }

    /** Of several areas at once; those that are not opened are left out. */
    public Map<AreaId, Months> of(Collection<AreaId> areas) {
        Map<AreaId, Months> found = new HashMap<>();
        if (!areas.isEmpty()) {
            jdbc.sql("SELECT s.area_id, s.first_month, " + LAST_BILLED + " AS last_billed"
                            + " FROM collection_start s WHERE s.area_id = ANY (:areas)")
                    .param("areas", areas.stream().map(AreaId::value).toArray(UUID[]::new))
                    .query((row, i) -> found.put(new AreaId(row.getObject("area_id", UUID.class)), read(row, clock)))
                    .list();
        }
        return found;
    }

    /** From first_month and {@link #LAST_BILLED}. */
    static Months read(ResultSet row, Clock clock) throws SQLException {
        LocalDate billed = row.getObject("last_billed", LocalDate.class);
        return new Months(
                YearMonth.from(row.getObject("first_month", LocalDate.class)),
                billed == null ? null : YearMonth.from(billed),
                YearMonth.now(clock));
    }
}
