package org.maintenancefund.collection.remittance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a company has received and not handed over to the account: undeclared, or declared and not arrived as a whole slip. */
@Component
@RequiredArgsConstructor
class Unremitted {

    /** Receipts {@code r} of {@code :enterprise} before a day. */
    private static final String RECEIPTS =
            "SELECT r.area_id, r.amount, r.received_on FROM receipt r WHERE r.enterprise_id = :enterprise"
                    + " AND NOT r.declared AND NOT r.reversed AND r.reverses IS NULL AND r.received_on < :before"
                    + " UNION ALL SELECT r.area_id, r.amount, r.received_on FROM declaration d"
                    + " JOIN declared_receipt x ON x.declaration_id = d.id AND x.live JOIN receipt r ON r.id = x.receipt_id"
                    + " LEFT JOIN remittance_slip s ON s.id = d.slip_id WHERE d.enterprise_id = :enterprise"
                    + " AND d.state IN ('PROPOSED', 'CONFIRMED') AND s.state IS DISTINCT FROM 'ARRIVED'"
                    + " AND d.first_day < :before AND r.received_on < :before";

    private final JdbcClient jdbc;

    /**
     * Of an area.
     *
     * @param since the day of the earliest of them
     */
    record OfArea(AreaId area, String name, int receipts, Money amount, LocalDate since) {}

    /** Of the areas of a district, the earliest first. */
    List<OfArea> before(LocalDate day, UUID enterprise, UUID district) {
        return jdbc.sql(
                        "SELECT a.id, a.name, count(*) AS receipts, sum(u.amount) AS amount, min(u.received_on) AS since FROM ("
                                + RECEIPTS
                                + ") AS u JOIN named_area a ON a.id = u.area_id WHERE a.district_id = :district"
                                + " GROUP BY a.id, a.name, a.sort_key ORDER BY since, a.sort_key, a.id")
                .param("enterprise", enterprise)
                .param("before", day)
                .param("district", district)
                .query((row, i) -> new OfArea(
                        new AreaId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getInt("receipts"),
                        new Money(row.getLong("amount")),
                        row.getObject("since", LocalDate.class)))
                .list();
    }
}
