package org.maintenancefund.billing.run;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.billing.run.BillingMonths.Months;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.RecordRows;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs of several areas, or of several missed months, asked for at once; workers do one after the other ({@link BatchJob}). */
@Service
@Transactional
@RequiredArgsConstructor
public class Batches {

    static final String SELECT = "SELECT b.*, count(i.place) AS asked,"
            + " count(*) FILTER (WHERE i.state = 'DONE') AS done, count(*) FILTER (WHERE i.state = 'REFUSED') AS refused"
            + " FROM billing_batch b LEFT JOIN billing_batch_item i ON i.batch_id = b.id WHERE ";

    private static final Keyset<Item> ITEMS = new Keyset<>(
            "i.area_id, a.name AS area, i.period, i.state, i.refusal, r.bills, r.total",
            "FROM billing_batch_item i JOIN named_area a ON a.id = i.area_id LEFT JOIN billing_run r ON r.id = i.run_id",
            List.of(new Keyset.Key("i.place", Integer.class)),
            false,
            (row, i) -> item(row));

    private final BillingMonths months;
    private final BillingRunRepository runs;
    private final MissedMonths missed;
    private final CollectionRights rights;
    private final SchedulerClient jobs;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** One area and month of a batch. */
    private record Step(
            AreaId area, YearMonth period, @Nullable RunId run) {}

    /**
     * One area and month of a batch, as its page shows it.
     *
     * @param refusal why it can't be done; else empty
     * @param bills   of the run that it is about; 0 before there is one
     */
    public record Item(
            AreaId areaId,
            String area,
            YearMonth month,
            BatchItemState state,
            String refusal,
            int bills,
            Money total) {}

    /**
     * 试算 of the next month of each area that has one, or 出账 of the trials that wait for another person than this one.
     *
     * @param wanted the areas that were ticked; those where the person doesn't collect are left out
     * @throws Refusal where there is nothing to do in any of them
     */
    public UUID ask(BatchAction action, Collection<AreaId> wanted, CurrentUser user) {
        Set<AreaId> theirs = new HashSet<>(rights.collected(user));
        theirs.retainAll(wanted);
        return begin(action, action == BatchAction.PROPOSE ? due(theirs) : waiting(theirs, user), user);
    }

    /** The same of all areas where the person collects. */
    public UUID askAll(BatchAction action, CurrentUser user) {
        return ask(action, rights.collected(user), user);
    }

    /** 试算 of all months that an area missed bills of. */
    public UUID askMissed(AreaId id, CurrentUser user) {
        AreaId area = rights.collecting(id, user).id();
        Months of = months.get(area);
        return begin(
                BatchAction.PROPOSE,
                missed.of(area, of).stream()
                        .map(month -> new Step(area, month.period(), null))
                        .toList(),
                user);
    }

    /** Throws {@link NotFound} where nobody of the person's organisation has asked for it. */
    @Transactional(readOnly = true)
    public BatchView get(UUID id, CurrentUser user) {
        return jdbc.sql(SELECT + "b.id = :id AND b.organisation_id = :organisation GROUP BY b.id")
                .param("id", id)
                .param("organisation", user.organisation().id())
                .query(new RecordRows<>(BatchView.class))
                .optional()
                .orElseThrow(() -> new NotFound("batch " + id));
    }

    /** Its areas and months. */
    public Listing<Item> items(UUID id) {
        return ITEMS.where(jdbc, new Conditions().and("i.batch_id = :id", "id", id));
    }

    private List<Step> due(Set<AreaId> areas) {
        Set<AreaId> waiting = new HashSet<>();
        runs.allWaiting(List.copyOf(areas)).stream()
                .filter(run -> run.kind() == RunKind.REGULAR)
                .forEach(run -> waiting.add(run.area()));
        Map<AreaId, Months> found = months.of(areas);
        List<Step> due = new ArrayList<>();
        found.forEach((area, of) -> {
            if (of.isDue() && !waiting.contains(area)) {
                due.add(new Step(area, of.next(), null));
            }
        });
        return due;
    }

    private List<Step> waiting(Set<AreaId> areas, CurrentUser user) {
        return runs.allWaiting(List.copyOf(areas)).stream()
                .filter(run -> !run.isProposedBy(user))
                .map(run -> new Step(run.area(), run.period(), run.id()))
                .toList();
    }

    private UUID begin(BatchAction action, List<Step> wanted, CurrentUser by) {
        if (wanted.isEmpty()) {
            throw Refusal.because("billing.batch.refusal.nothing." + action);
        }
        UUID id = Ids.next();
        jdbc.sql("INSERT INTO billing_batch (id, action, asked_at, asked_by, username, person, role, organisation_type,"
                        + " organisation_id, organisation, district_id) VALUES (:id, :action, :at, :by, :username, :person,"
                        + " :role, :organisationType, :organisationId, :organisation, :district)")
                .param("id", id)
                .param("action", action.name())
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by.operatorId().value())
                .param("username", by.username())
                .param("person", by.personName())
                .param("role", by.role().name())
                .param("organisationType", by.organisation().type().name())
                .param("organisationId", by.organisation().id())
                .param("organisation", by.organisationName())
                .param("district", by.districtIfAny().map(DistrictId::value).orElse(null), Types.OTHER)
                .update();
        insert(id, wanted);
        for (int worker = 1; worker <= Math.min(BatchJob.WORKERS, wanted.size()); worker++) {
            jobs.schedule(BatchJob.TASK.instance(id + "/" + worker).data(id).scheduledTo(clock.instant()));
        }
        return id;
    }

    /** In the order of the areas' names, then of the months. */
    private void insert(UUID id, List<Step> wanted) {
        jdbc.sql("INSERT INTO billing_batch_item (batch_id, place, area_id, period, run_id)"
                        + " SELECT :id, row_number() OVER (ORDER BY a.sort_key, a.id, w.period), w.area_id, w.period, w.run_id"
                        + " FROM unnest(:areas, CAST(:periods AS date[]), :runs) AS w(area_id, period, run_id)"
                        + " JOIN named_area a ON a.id = w.area_id")
                .param("id", id)
                .param("areas", wanted.stream().map(one -> one.area().value()).toArray(UUID[]::new))
                .param(
                        "periods",
                        wanted.stream()
                                .map(one -> one.period().atDay(1).toString())
                                .toArray(String[]::new))
                .param(
                        "runs",
                        wanted.stream()
                                .map(one -> one.run() == null ? null : one.run().value())
                                .toArray(UUID[]::new))
                .update();
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                new AreaId(row.getObject("area_id", UUID.class)),
                row.getString("area"),
                YearMonth.from(row.getObject("period", LocalDate.class)),
                BatchItemState.valueOf(row.getString("state")),
                row.getString("refusal"),
                row.getInt("bills"),
                new Money(row.getLong("total")));
    }
}
