package org.maintenancefund.collection.remittance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.collection.remittance.RemittanceOrders.Line;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders for who may see them: the company that has one, the district that issued it, the city. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class OrderRegister {

    private static final Keyset<Row> ROWS = new Keyset<>(
            "q.number, o.name AS company, q.amount, q.issued_on, q.deadline, q.remitted_on",
            "FROM remittance_order q JOIN organisation o ON o.id = q.enterprise_id",
            List.of(new Keyset.Key("q.number", String.class)),
            true,
            (row, i) -> row(row));

    private final RemittanceRights rights;
    private final Unremitted unremitted;
    private final RemittanceDays days;
    private final JdbcClient jdbc;

    /** An order of a list. */
    public record Row(
            OrderNumber number,
            String company,
            Money amount,
            LocalDate issuedOn,
            LocalDate deadline,
            @Nullable LocalDate remittedOn) {

        /** Whether it is past its deadline and not done. */
        public boolean overdue(LocalDate today) {
            return remittedOn == null && deadline.isBefore(today);
        }
    }

    /**
     * An order as its page and its paper show it.
     *
     * @param before   what was received before that day is late
     * @param lines    by area, as they stood on the day of issue
     * @param open     what of it has not reached the account today
     * @param records  whether the person writes down what follows
     */
    public record Shown(
            Row order,
            UUID districtId,
            LocalDate before,
            String issuedBy,
            List<Line> lines,
            List<FollowUp> followUps,
            Money open,
            boolean records) {}

    /** What followed. */
    public record FollowUp(LocalDate day, String words, String byName) {}

    /**
     * Those that the person sees, the latest first.
     *
     * @param open    those alone that are not done
     * @param overdue those alone that are not done by their deadline
     */
    public Listing<Row> list(String text, boolean open, boolean overdue, CurrentUser user) {
        Conditions where = seen(user);
        if (open) {
            where.and("q.remitted_on IS NULL");
        }
        if (overdue) {
            where.and("q.remitted_on IS NULL AND q.deadline < :today", "today", days.today());
        }
        return ROWS.where(jdbc, Sought.in(where, text, "o.name_key", "q.number"));
    }

    /** The order; {@link NotFound} where the person may not see it. */
    public Shown get(OrderNumber number, CurrentUser user) {
        Conditions where = seen(user).and("q.number = :number", "number", number.value());
        return jdbc.sql("SELECT " + ROWS.columns()
                        + ", q.id, q.enterprise_id, q.district_id, q.received_before, q.issued_by_name " + ROWS.from()
                        + " WHERE true" + where.sql())
                .params(where.params())
                .query((row, i) -> shown(row, user))
                .optional()
                .orElseThrow(() -> new NotFound("order " + number));
    }

    private Conditions seen(CurrentUser user) {
        Conditions seen = new Conditions();
        return switch (user.role()) {
            case ENTERPRISE_OPERATOR, OFFICE_OPERATOR ->
                seen.and("q.enterprise_id = :organisation", "organisation", rights.company(user));
            case DISTRICT_STAFF ->
                seen.equal("q.district_id", user.districtIfAny().map(own -> own.value()));
            case MUNICIPAL_STAFF, AUDITOR -> seen;
            default -> seen.and("false");
        };
    }

    private Shown shown(ResultSet row, CurrentUser user) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID district = row.getObject("district_id", UUID.class);
        LocalDate before = row.getObject("received_before", LocalDate.class);
        return new Shown(
                row(row),
                district,
                before,
                row.getString("issued_by_name"),
                lines(id),
                followUps(id),
                Money.sum(unremitted.before(before, row.getObject("enterprise_id", UUID.class), district).stream()
                        .map(Unremitted.OfArea::amount)),
                user.is(Role.DISTRICT_STAFF));
    }

    private List<Line> lines(UUID order) {
        return jdbc.sql(
                        "SELECT area_name, receipts, amount, since, due_on FROM remittance_order_line WHERE order_id = :order"
                                + " ORDER BY since, area_name")
                .param("order", order)
                .query((row, i) -> new Line(
                        row.getString("area_name"),
                        row.getInt("receipts"),
                        new Money(row.getLong("amount")),
                        row.getObject("since", LocalDate.class),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    private List<FollowUp> followUps(UUID order) {
        return jdbc.sql("SELECT day, words, recorded_by_name FROM remittance_follow_up WHERE order_id = :order"
                        + " ORDER BY day, recorded_at")
                .param("order", order)
                .query((row, i) -> new FollowUp(
                        row.getObject("day", LocalDate.class),
                        row.getString("words"),
                        row.getString("recorded_by_name")))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new OrderNumber(row.getString("number")),
                row.getString("company"),
                new Money(row.getLong("amount")),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("deadline", LocalDate.class),
                row.getObject("remitted_on", LocalDate.class));
    }
}
