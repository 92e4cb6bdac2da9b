package org.maintenancefund.collection.remittance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Declarations for who may see them. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class DeclarationRegister {

    private static final String FROM = "FROM declaration d JOIN named_area a ON a.id = d.area_id"
            + " JOIN organisation o ON o.id = d.enterprise_id LEFT JOIN remittance_slip s ON s.id = d.slip_id";

    private static final Keyset<Row> ROWS = new Keyset<>(
            "d.number, a.name AS area, o.name AS company, d.up_to, d.receipts, d.amount, d.state, s.number AS slip,"
                    + " d.proposed_at, d.proposed_by_name, d.confirmed_by_name",
            FROM,
            List.of(new Keyset.Key("d.number", String.class)),
            true,
            (row, i) -> row(row));

    private final RemittanceRights rights;
    private final JdbcClient jdbc;

    /** A declaration of a list. */
    public record Row(
            DeclarationNumber number,
            String area,
            String company,
            LocalDate upTo,
            int receipts,
            Money amount,
            DeclarationState state,
            @Nullable String slip,
            Instant proposedAt,
            String proposedBy,
            @Nullable String confirmedBy) {}

    /**
     * What a list is narrowed down to.
     *
     * @param text    any part of the area's name or number, or of the declaration's; empty for all
     * @param waiting those alone that wait for this person's confirmation
     * @param unslipped those alone that are confirmed and in no slip
     */
    public record Filter(
            String text,
            Optional<DeclarationState> state,
            Optional<UUID> district,
            boolean waiting,
            boolean unslipped,
            Optional<AreaId> area,
            Handed handed) {}

    /** Those that the person sees, the latest first. */
    public Listing<Row> list(Filter wanted, CurrentUser user) {
        return ROWS.where(jdbc, conditions(wanted, user));
    }

    /** What they come to. */
    public Money sum(Filter wanted, CurrentUser user) {
        Conditions where = conditions(wanted, user);
        return new Money(jdbc.sql("SELECT coalesce(sum(d.amount), 0) " + FROM + " WHERE true" + where.sql())
                .params(where.params())
                .query(Long.class)
                .single());
    }

    private Conditions conditions(Filter wanted, CurrentUser user) {
        Conditions where = rights.ofAreas("d.area_id", "d.enterprise_id", user)
                .equal("d.state", wanted.state())
                .equal("a.district_id", wanted.district())
                .equal("d.area_id", wanted.area().map(AreaId::value));
        if (wanted.waiting()) {
            where.and(
                    "d.state = 'PROPOSED' AND d.proposed_by <> :person",
                    "person",
                    user.operatorId().value());
        }
        if (wanted.unslipped()) {
            where.and("d.state = 'CONFIRMED' AND d.slip_id IS NULL");
        }
        return Sought.in(wanted.handed().in(where, "d.enterprise_id"), wanted.text(), "a.search_key", "d.number");
    }

    /** The declaration; {@link NotFound} where the person may not see it. */
    public DeclarationView get(DeclarationNumber number, CurrentUser user) {
        Conditions where = rights.ofAreas("d.area_id", "d.enterprise_id", user)
                .and("d.number = :number", "number", number.value());
        return jdbc.sql("SELECT d.*, a.name AS area, o.name AS company, s.number AS slip, s.state AS slip_state " + FROM
                        + " WHERE true" + where.sql())
                .params(where.params())
                .query((row, i) -> view(row, user))
                .optional()
                .orElseThrow(() -> new NotFound("declaration " + number));
    }

    /** Those of a slip, by area. */
    public List<Row> of(SlipId slip) {
        return jdbc.sql("SELECT " + ROWS.columns() + " " + FROM
                        + " WHERE d.slip_id = :slip ORDER BY a.sort_key, d.number")
                .param("slip", slip.value())
                .query((row, i) -> row(row))
                .list();
    }

    private DeclarationView view(ResultSet row, CurrentUser user) throws SQLException {
        UUID area = row.getObject("area_id", UUID.class);
        String slip = row.getString("slip");
        return new DeclarationView(
                row.getObject("id", UUID.class),
                new DeclarationNumber(row.getString("number")),
                area,
                row.getString("area"),
                row.getString("company"),
                row.getObject("up_to", LocalDate.class),
                row.getObject("first_day", LocalDate.class),
                row.getInt("receipts"),
                new Money(row.getLong("amount")),
                row.getInt("left_out"),
                new Money(row.getLong("left_out_amount")),
                DeclarationState.valueOf(row.getString("state")),
                slip == null ? null : new SlipNumber(slip),
                slip == null ? null : SlipState.valueOf(row.getString("slip_state")),
                new DeclarationView.By(
                        row.getString("proposed_by_name"),
                        row.getTimestamp("proposed_at").toInstant()),
                by(row.getString("confirmed_by_name"), row.getTimestamp("confirmed_at")),
                by(row.getString("taken_back_by_name"), row.getTimestamp("taken_back_at")),
                row.getString("taken_back_reason"),
                rights.declares(new AreaId(area), row.getObject("enterprise_id", UUID.class), user),
                row.getObject("proposed_by", UUID.class)
                        .equals(user.operatorId().value()),
                row.getInt("version"));
    }

    private static DeclarationView.@Nullable By by(@Nullable String name, @Nullable Timestamp at) {
        return name == null || at == null ? null : new DeclarationView.By(name, at.toInstant());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new DeclarationNumber(row.getString("number")),
                row.getString("area"),
                row.getString("company"),
                row.getObject("up_to", LocalDate.class),
                row.getInt("receipts"),
                new Money(row.getLong("amount")),
                DeclarationState.valueOf(row.getString("state")),
                row.getString("slip"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("proposed_by_name"),
                row.getString("confirmed_by_name"));
    }
}
