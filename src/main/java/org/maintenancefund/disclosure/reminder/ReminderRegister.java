package org.maintenancefund.disclosure.reminder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.SeenMonths;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.unit.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminders for who may see them: those who see the collection of the area; of a company whose mandate is over, those made in its
 * months.
 */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class ReminderRegister {

    private static final Keyset<ReminderBatch> BATCHES = new Keyset<>(
            "b.number, b.area_id, b.made_on, b.building, b.sold, b.months_at_least, b.amount_at_least, b.pay_by, b.payee,"
                    + " b.payee_address, b.payee_phone, b.units, b.total, b.made_at, b.made_by_name, (SELECT count(DISTINCT d.place)"
                    + " FROM reminder_delivery d WHERE d.batch = b.number AND d.voided_at IS NULL) AS delivered",
            "FROM reminder_batch b",
            List.of(new Keyset.Key("b.number", String.class)),
            true,
            (row, i) -> batch(row));

    private static final Keyset<ReminderLine> LINES = new Keyset<>(
            ReminderLine.COLUMNS,
            "FROM reminder_line l",
            List.of(new Keyset.Key("l.place", Integer.class)),
            false,
            ReminderLine::read);

    private static final String MONTHS_SEEN = "date_trunc('month', b.made_on) = ANY (CAST(:months AS date[]))";

    private final CollectionRights rights;
    private final JdbcClient jdbc;

    /**
     * A batch with its area.
     *
     * @param collects whether the person records deliveries there
     */
    public record BatchOfArea(ReminderBatch batch, AreaView area, boolean collects) {}

    /** What was open of a month when its reminder was made. */
    public record OpenMonth(YearMonth month, Money open) {}

    /** The batch; {@link NotFound} where the person may not see it. */
    public BatchOfArea get(ReminderNumber number, CurrentUser user) {
        ReminderBatch batch = BATCHES
                .where(jdbc, new Conditions().and("b.number = :number", "number", number.value()))
                .slice(Cursor.start(), 1)
                .items()
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("reminders " + number));
        AreaView area = rights.get(batch.area(), user);
        if (!rights.months(area, user).contains(YearMonth.from(batch.madeOn()))) {
            throw new NotFound("reminders " + number + " of months that the person doesn't see");
        }
        return new BatchOfArea(batch, area, rights.mayCollect(area, user));
    }

    /** The same for who collects there today; {@link NotFound} where the person may see it only. */
    public BatchOfArea collecting(ReminderNumber number, CurrentUser user) {
        BatchOfArea found = get(number, user);
        if (!found.collects()) {
            throw new NotFound("reminders " + number + " to deliver");
        }
        return found;
    }

    /** Those of an area, the latest first. */
    public Listing<ReminderBatch> of(AreaId area, SeenMonths seen) {
        Conditions where = new Conditions().and("b.area_id = :area", "area", area.value());
        return BATCHES.where(jdbc, seen.all() ? where : where.and(MONTHS_SEEN, "months", seen.firstDays()));
    }

    /** The reminders of a batch, in the order of the houses. */
    public Listing<ReminderLine> lines(ReminderNumber batch, Conditions wanted) {
        return LINES.where(jdbc, wanted.and("l.batch = :batch", "batch", batch.value()));
    }

    /** One of them; {@link NotFound} where there is none of that place. */
    public ReminderLine line(ReminderNumber batch, int place) {
        return jdbc.sql("SELECT " + ReminderLine.COLUMNS
                        + " FROM reminder_line l WHERE l.batch = :batch AND l.place = :place")
                .param("batch", batch.value())
                .param("place", place)
                .query(ReminderLine::read)
                .optional()
                .orElseThrow(() -> new NotFound("reminder " + batch.of(place)));
    }

    /** Those of a unit, the latest first; whoever asks has made sure that the person may see its collection. */
    public List<ReminderLine> of(UnitId unit, SeenMonths seen, int most) {
        return jdbc.sql("SELECT " + ReminderLine.COLUMNS + " FROM reminder_line l WHERE l.unit_id = :unit"
                        + " AND (:all OR date_trunc('month', l.made_on) = ANY (CAST(:months AS date[])))"
                        + " ORDER BY l.made_on DESC, l.batch DESC LIMIT :most")
                .param("unit", unit.value())
                .param("all", seen.all())
                .param("months", seen.firstDays())
                .param("most", most)
                .query(ReminderLine::read)
                .list();
    }

    /** What was open then, by the reminder's place in its batch, month by month. */
    public Map<Integer, List<OpenMonth>> months(ReminderNumber batch) {
        record Row(int place, OpenMonth month) {}
        return jdbc
                .sql(
                        "SELECT m.place, m.period, m.open FROM reminder_month m WHERE m.batch = :batch ORDER BY m.place, m.period")
                .param("batch", batch.value())
                .query((row, i) -> new Row(
                        row.getInt("place"),
                        new OpenMonth(
                                YearMonth.from(row.getObject("period", LocalDate.class)),
                                new Money(row.getLong("open")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::place, Collectors.mapping(Row::month, Collectors.toList())));
    }

    private static ReminderBatch batch(ResultSet row) throws SQLException {
        return new ReminderBatch(
                new ReminderNumber(row.getString("number")),
                new AreaId(row.getObject("area_id", UUID.class)),
                row.getObject("made_on", LocalDate.class),
                row.getString("building"),
                SoldChoice.of((@Nullable Boolean) row.getObject("sold")),
                row.getInt("months_at_least"),
                new Money(row.getLong("amount_at_least")),
                row.getObject("pay_by", LocalDate.class),
                row.getString("payee"),
                row.getString("payee_address"),
                row.getString("payee_phone"),
                row.getInt("units"),
                new Money(row.getLong("total")),
                row.getInt("delivered"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by_name"));
    }
}
