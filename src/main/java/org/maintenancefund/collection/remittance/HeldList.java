package org.maintenancefund.collection.remittance;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 代收在途: what each company holds of each area, who has held it longest first. Sorted by one look into the index for each company and
 * area; only those of a page are added up.
 */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class HeldList {

    private static final String SINCE = "coalesce(h.since, DATE '9999-12-31')";

    private static final Keyset<Pair> PAIRS = new Keyset<>(
            "h.area_id, a.name AS area, a.code, h.enterprise_id, o.name AS company, h.since",
            "FROM held_since h JOIN named_area a ON a.id = h.area_id JOIN organisation o ON o.id = h.enterprise_id",
            List.of(
                    new Keyset.Key(SINCE, LocalDate.class),
                    new Keyset.Key("h.area_id", UUID.class),
                    new Keyset.Key("h.enterprise_id", UUID.class)),
            false,
            (row, i) -> new Pair(
                    new AreaId(row.getObject("area_id", UUID.class)),
                    row.getString("area"),
                    row.getString("code"),
                    new EnterpriseId(row.getObject("enterprise_id", UUID.class)),
                    row.getString("company"),
                    row.getObject("since", LocalDate.class)));

    private static final String UNDECLARED = "SELECT count(*) AS receipts, sum(r.amount) AS amount,"
            + " sum(r.amount) FILTER (WHERE r.received_on < CAST(:before AS date)) AS late FROM receipt r"
            + " WHERE r.area_id = p.area_id AND r.enterprise_id = p.enterprise_id"
            + " AND NOT r.declared AND NOT r.reversed AND r.reverses IS NULL";

    private static final String UNDERWAY =
            "SELECT sum(d.amount) FILTER (WHERE s.state IS DISTINCT FROM 'ARRIVED') AS declared,"
                    + " sum(d.amount) FILTER (WHERE s.state = 'ARRIVED') AS arrived, sum((SELECT sum(x.amount) FROM declared_receipt x"
                    + " JOIN receipt r ON r.id = x.receipt_id WHERE x.declaration_id = d.id AND x.live AND r.received_on < CAST(:before AS date)))"
                    + " FILTER (WHERE s.state IS DISTINCT FROM 'ARRIVED' AND d.first_day < CAST(:before AS date)) AS late"
                    + " FROM declaration d LEFT JOIN remittance_slip s ON s.id = d.slip_id WHERE d.area_id = p.area_id"
                    + " AND d.enterprise_id = p.enterprise_id AND d.state IN ('PROPOSED', 'CONFIRMED')";

    private final RemittanceRights rights;
    private final RemittanceDays days;
    private final JdbcClient jdbc;

    private record Pair(
            AreaId area,
            String name,
            String code,
            EnterpriseId enterprise,
            String company,
            @Nullable LocalDate since) {}

    /**
     * What a company holds of an area.
     *
     * @param since      the day of the earliest receipt that has not reached the account; null where all have
     * @param days       how long ago that is
     * @param dueOn      by when that was to be handed over; null while the city has set no day
     * @param receipts   how many are undeclared, and what they come to
     * @param declared   declared, and not arrived
     * @param arrived    arrived, and not booked
     * @param late       what of it is past its day
     * @param order      the order that is open for the company in the district, or null
     */
    public record Row(
            AreaId area,
            String name,
            String code,
            EnterpriseId enterprise,
            String company,
            @Nullable LocalDate since,
            long days,
            @Nullable LocalDate dueOn,
            int receipts,
            Money undeclared,
            Money declared,
            Money arrived,
            Money late,
            @Nullable String order) {

        public Money total() {
            return undeclared.plus(declared).plus(arrived);
        }
    }

    private record Figures(
            int receipts,
            Money undeclared,
            Money declared,
            Money arrived,
            Money late,
            @Nullable String order) {

        static final Figures NONE = new Figures(0, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, null);
    }

    /**
     * Those that the person sees.
     *
     * @param text any part of the area's name or number, or of the company's name; empty for all
     * @param late those alone of which something is past its day
     */
    public Listing<Row> list(
            String text, Optional<UUID> district, Optional<UUID> company, boolean late, CurrentUser user) {
        Conditions where = rights.ofAreas("h.area_id", "h.enterprise_id", user)
                .equal("a.district_id", district)
                .equal("h.enterprise_id", company);
        if (late) {
            days.lateBefore()
                    .ifPresentOrElse(
                            before -> where.and("h.since < :late_before", "late_before", before),
                            () -> where.and("false"));
        }
        return PAIRS.where(jdbc, Sought.in(where, text, "a.search_key || ' ' || o.name_key", "a.code"))
                .map(this::rows);
    }

    private record Key(AreaId area, EnterpriseId enterprise) {}

    private List<Row> rows(List<Pair> pairs) {
        Map<Key, Figures> figures = figures(pairs);
        return pairs.stream()
                .map(pair -> row(pair, figures.getOrDefault(new Key(pair.area(), pair.enterprise()), Figures.NONE)))
                .toList();
    }

    private Row row(Pair pair, Figures of) {
        return new Row(
                pair.area(),
                pair.name(),
                pair.code(),
                pair.enterprise(),
                pair.company(),
                pair.since(),
                pair.since() == null ? 0 : days.since(pair.since()),
                pair.since() == null ? null : days.dueOn(pair.since()),
                of.receipts(),
                of.undeclared(),
                of.declared(),
                of.arrived(),
                of.late(),
                of.order());
    }

    private Map<Key, Figures> figures(List<Pair> pairs) {
        Map<Key, Figures> figures = new HashMap<>();
        jdbc.sql("SELECT p.area_id, p.enterprise_id, u.receipts, coalesce(u.amount, 0) AS undeclared,"
                        + " coalesce(w.declared, 0) AS declared, coalesce(w.arrived, 0) AS arrived,"
                        + " coalesce(u.late, 0) + coalesce(w.late, 0) AS late, (SELECT q.number FROM remittance_order q"
                        + " WHERE q.enterprise_id = p.enterprise_id AND q.district_id = a.district_id AND q.remitted_on IS NULL) AS ordered"
                        + " FROM unnest(CAST(:areas AS uuid[]), CAST(:enterprises AS uuid[])) AS p(area_id, enterprise_id)"
                        + " JOIN named_area a ON a.id = p.area_id CROSS JOIN LATERAL (" + UNDECLARED + ") AS u"
                        + " CROSS JOIN LATERAL (" + UNDERWAY + ") AS w")
                .param("areas", pairs.stream().map(pair -> pair.area().value()).toArray(UUID[]::new))
                .param(
                        "enterprises",
                        pairs.stream().map(pair -> pair.enterprise().value()).toArray(UUID[]::new))
                .param("before", days.lateBefore().orElse(LocalDate.EPOCH))
                .query((row, i) -> figures.put(
                        new Key(
                                new AreaId(row.getObject("area_id", UUID.class)),
                                new EnterpriseId(row.getObject("enterprise_id", UUID.class))),
                        new Figures(
                                row.getInt("receipts"),
                                new Money(row.getLong("undeclared")),
                                new Money(row.getLong("declared")),
                                new Money(row.getLong("arrived")),
                                new Money(row.getLong("late")),
                                row.getString("ordered"))))
                .list();
        return figures;
    }
}
