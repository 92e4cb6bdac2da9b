package org.maintenancefund.collection.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.SeenMonths;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.money.Rate;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitPlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receipts for who may see them, and what units have as 预存. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class ReceiptRegister {

    private static final String SELECT =
            "SELECT r.id, r.number, r.unit_id, u.number AS unit_number, u.building, u.entrance,"
                    + " u.floor, u.door, r.area_id, r.enterprise_id, o.name AS organisation, r.amount, r.received_on,"
                    + " r.period, r.way, r.payer_kind, r.payer_name, r.external_number, r.fiscal_number, r.note, r.recorded_at,"
                    + " r.recorded_by_name, " + ReceiptState.COLUMN + " AS state, other.number AS reverses,"
                    + " negative.number AS reversed_by, v.id AS proposal, v.reason, v.proposed_by, v.proposed_by_name, v.proposed_at,"
                    + " w.declaration, w.slip, w.arrived_on, w.booked_on, w.entry, r.version FROM receipt r JOIN named_unit u ON u.unit_id = r.unit_id JOIN organisation o ON o.id = r.organisation_id"
                    + " LEFT JOIN receipt other ON other.id = r.reverses LEFT JOIN receipt negative ON negative.reverses = r.id"
                    + " LEFT JOIN receipt_way w ON w.receipt_id = r.id LEFT JOIN receipt_reversal v ON v.receipt_id = r.id AND v.state = 'PROPOSED' WHERE r.number = :number";

    private final CollectionRights rights;
    private final JdbcClient jdbc;

    /**
     * A receipt with its area.
     *
     * @param collects whether the person records and reverses there
     * @param received whether it was theirs that received it
     */
    public record ReceiptOfArea(ReceiptView receipt, AreaView area, boolean collects, boolean received) {}

    /** The receipt; {@link NotFound} where the person may not see it. */
    public ReceiptOfArea get(ReceiptNumber number, CurrentUser user) {
        ReceiptView found = view(number);
        AreaView area = rights.get(found.area(), user);
        SeenMonths seen = rights.months(area, user);
        if (!seen.contains(found.enterpriseId(), found.period())) {
            throw new NotFound("receipt " + number + " of months that the person doesn't see");
        }
        return of(found.within(seen), area, rights.mayCollect(area, user), user);
    }

    /** The same for who collects there today; {@link NotFound} where the person may see it only. */
    public ReceiptOfArea collecting(ReceiptNumber number, CurrentUser user) {
        ReceiptView found = view(number);
        return of(found, rights.collecting(found.area(), user), true, user);
    }

    private ReceiptOfArea of(ReceiptView found, AreaView area, boolean collects, CurrentUser user) {
        return new ReceiptOfArea(found, area, collects, rights.received(area.id(), found.enterpriseId(), user));
    }

    /** 预存 of a unit: what is left of its receipts, all together. */
    public Money prepaid(UnitId unit) {
        return jdbc.sql("SELECT coalesce(sum(r.amount - r.allocated), 0) FROM receipt r WHERE r.unit_id = :unit AND "
                        + ReceiptAllocations.PREPAID)
                .param("unit", unit.value())
                .query((row, i) -> new Money(row.getLong(1)))
                .single();
    }

    /** The same of an area. */
    public Money prepaid(AreaId area) {
        return jdbc.sql("SELECT coalesce(sum(r.amount - r.allocated), 0) FROM receipt r WHERE r.area_id = :area AND "
                        + ReceiptAllocations.PREPAID)
                .param("area", area.value())
                .query((row, i) -> new Money(row.getLong(1)))
                .single();
    }

    /** The receipt, for whoever has made sure that the person may see it. */
    public Optional<ReceiptView> find(ReceiptNumber number) {
        return jdbc.sql(SELECT)
                .param("number", number.value())
                .query((row, i) -> view(row))
                .optional();
    }

    private ReceiptView view(ReceiptNumber number) {
        return find(number).orElseThrow(() -> new NotFound("receipt " + number));
    }

    private List<ReceiptView.PaidMonth> paid(UUID receipt) {
        return jdbc.sql("SELECT a.period, a.amount, b.floor_area, b.rate FROM receipt_allocation a"
                        + " JOIN issued_bill b ON b.unit_id = a.unit_id AND b.period = a.period"
                        + " WHERE a.receipt_id = :receipt ORDER BY a.period")
                .param("receipt", receipt)
                .query((row, i) -> new ReceiptView.PaidMonth(
                        YearMonth.from(row.getObject("period", LocalDate.class)),
                        new Money(row.getLong("amount")),
                        new Rate(row.getInt("rate")).formula(new FloorArea(row.getLong("floor_area")))))
                .list();
    }

    private ReceiptView view(ResultSet row) throws SQLException {
        return new ReceiptView(
                new ReceiptNumber(row.getString("number")),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("unit_number"),
                UnitPlace.read(row),
                new AreaId(row.getObject("area_id", UUID.class)),
                row.getObject("enterprise_id", UUID.class),
                row.getString("organisation"),
                new Money(row.getLong("amount")),
                row.getObject("received_on", LocalDate.class),
                YearMonth.from(row.getObject("period", LocalDate.class)),
                PaymentWay.valueOf(row.getString("way")),
                ReceivedFrom.valueOf(row.getString("payer_kind")),
                row.getString("payer_name"),
                row.getString("external_number"),
                row.getString("fiscal_number"),
                row.getString("note"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by_name"),
                ReceiptState.valueOf(row.getString("state")),
                number(row.getString("reverses")),
                number(row.getString("reversed_by")),
                paid(row.getObject("id", UUID.class)),
                proposal(row),
                handedOver(row),
                row.getInt("version"));
    }

    private static @Nullable ReceiptNumber number(@Nullable String value) {
        return value == null ? null : new ReceiptNumber(value);
    }

    private static ReceiptView.@Nullable HandedOver handedOver(ResultSet row) throws SQLException {
        String declaration = row.getString("declaration");
        return declaration == null
                ? null
                : new ReceiptView.HandedOver(
                        declaration,
                        row.getString("slip"),
                        row.getObject("arrived_on", LocalDate.class),
                        row.getObject("booked_on", LocalDate.class),
                        row.getString("entry"));
    }

    private static ReceiptView.@Nullable Proposal proposal(ResultSet row) throws SQLException {
        UUID id = row.getObject("proposal", UUID.class);
        return id == null
                ? null
                : new ReceiptView.Proposal(
                        id,
                        row.getString("reason"),
                        row.getObject("proposed_by", UUID.class),
                        row.getString("proposed_by_name"),
                        row.getTimestamp("proposed_at").toInstant());
    }
}
