package org.maintenancefund.collection.remittance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Slips for who may see them. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class SlipRegister {

    private static final String FROM = "FROM remittance_slip s JOIN organisation o ON o.id = s.enterprise_id"
            + " JOIN named_fund_account f ON f.id = s.account_id";

    private static final Keyset<Row> ROWS = new Keyset<>(
            "s.number, o.name AS company, f.bank, f.number AS account, s.amount, s.receipts, s.arrived, s.arrived_on, s.state,"
                    + " s.submitted_on, s.booked_on, s.made_by_name",
            FROM,
            List.of(new Keyset.Key("s.number", String.class)),
            true,
            (row, i) -> row(row));

    private final DeclarationRegister declarations;
    private final JdbcClient jdbc;

    /** A slip of a list. */
    public record Row(
            SlipNumber number,
            String company,
            String bank,
            String account,
            Money amount,
            int receipts,
            Money arrived,
            @Nullable LocalDate arrivedOn,
            SlipState state,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate bookedOn,
            String madeBy) {}

    /**
     * What a list is narrowed down to.
     *
     * @param text any part of the company's name or of the slip's number; empty for all
     */
    public record Filter(String text, Optional<SlipState> state, Optional<UUID> district, Handed handed) {}

    /** Those that the person sees, the latest first. */
    public Listing<Row> list(Filter wanted, CurrentUser user) {
        return ROWS.where(jdbc, conditions(wanted, user));
    }

    /** What they come to. */
    public Money sum(Filter wanted, CurrentUser user) {
        Conditions where = conditions(wanted, user);
        return new Money(jdbc.sql("SELECT coalesce(sum(s.amount), 0) " + FROM + " WHERE true" + where.sql())
                .params(where.params())
                .query(Long.class)
                .single());
    }

    private static Conditions conditions(Filter wanted, CurrentUser user) {
        Conditions where = RemittanceRights.ofSlips(user)
                .equal("s.state", wanted.state())
                .equal("s.district_id", wanted.district());
        return Sought.in(wanted.handed().in(where, "s.enterprise_id"), wanted.text(), "o.name_key", "s.number");
    }

    /** How many of those that the person sees are submitted and not booked, by state. */
    public Map<SlipState, Long> open(CurrentUser user) {
        Conditions where = RemittanceRights.ofSlips(user);
        return jdbc
                .sql("SELECT s.state, count(*) FROM remittance_slip s"
                        + " WHERE s.state IN ('SUBMITTED', 'PARTLY_ARRIVED', 'ARRIVED')" + where.sql()
                        + " GROUP BY s.state")
                .params(where.params())
                .query((row, i) -> Map.entry(SlipState.valueOf(row.getString(1)), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The slip; {@link NotFound} where the person may not see it. */
    public SlipView get(SlipNumber number, CurrentUser user) {
        Conditions where = RemittanceRights.ofSlips(user).and("s.number = :number", "number", number.value());
        return jdbc.sql("SELECT s.*, o.name AS company, f.bank, f.name AS account_name, f.number AS account_number "
                        + FROM + " WHERE true" + where.sql())
                .params(where.params())
                .query((row, i) -> view(row, user))
                .optional()
                .orElseThrow(() -> new NotFound("slip " + number));
    }

    /** Whether there is one for this person. */
    public boolean sees(SlipNumber number, CurrentUser user) {
        Conditions where = RemittanceRights.ofSlips(user).and("s.number = :number", "number", number.value());
        return jdbc.sql("SELECT EXISTS (SELECT FROM remittance_slip s WHERE true" + where.sql() + ")")
                .params(where.params())
                .query(Boolean.class)
                .single();
    }

    private List<SlipView.Arrival> arrivals(SlipId slip) {
        return jdbc.sql(
                        "SELECT day, amount, recorded_by, recorded_by_name FROM remittance_arrival WHERE slip_id = :slip"
                                + " ORDER BY recorded_at, id")
                .param("slip", slip.value())
                .query((row, i) -> new SlipView.Arrival(
                        row.getObject("day", LocalDate.class),
                        new Money(row.getLong("amount")),
                        row.getObject("recorded_by", UUID.class),
                        row.getString("recorded_by_name")))
                .list();
    }

    private SlipView view(ResultSet row, CurrentUser user) throws SQLException {
        SlipId id = new SlipId(row.getObject("id", UUID.class));
        UUID district = row.getObject("district_id", UUID.class);
        List<SlipView.Arrival> arrivals = arrivals(id);
        UUID own = user.organisation().id();
        return new SlipView(
                id,
                new SlipNumber(row.getString("number")),
                row.getString("company"),
                district,
                row.getString("bank"),
                row.getString("account_name"),
                row.getString("account_number"),
                new Money(row.getLong("amount")),
                row.getInt("receipts"),
                new Money(row.getLong("arrived")),
                row.getObject("arrived_on", LocalDate.class),
                SlipState.valueOf(row.getString("state")),
                row.getString("made_by_name"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("submitted_by_name"),
                row.getObject("submitted_on", LocalDate.class),
                row.getString("voided_by_name"),
                row.getString("void_reason"),
                row.getString("booked_by_name"),
                row.getObject("booked_on", LocalDate.class),
                row.getString("entry"),
                declarations.of(id),
                arrivals,
                user.is(Role.ENTERPRISE_OPERATOR)
                        || user.is(Role.OFFICE_OPERATOR) && own.equals(row.getObject("organisation_id", UUID.class)),
                RemittanceRights.books(district, user),
                arrivals.stream()
                        .anyMatch(
                                arrival -> arrival.by().equals(user.operatorId().value())),
                row.getInt("version"));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new SlipNumber(row.getString("number")),
                row.getString("company"),
                row.getString("bank"),
                row.getString("account"),
                new Money(row.getLong("amount")),
                row.getInt("receipts"),
                new Money(row.getLong("arrived")),
                row.getObject("arrived_on", LocalDate.class),
                SlipState.valueOf(row.getString("state")),
                row.getObject("submitted_on", LocalDate.class),
                row.getObject("booked_on", LocalDate.class),
                row.getString("made_by_name"));
    }
}
