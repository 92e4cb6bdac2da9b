package org.maintenancefund.collection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.billing.SeenMonths;
import org.maintenancefund.collection.receipt.PaymentWay;
import org.maintenancefund.collection.receipt.ReceiptState;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was received for one unit. Whoever asks has made sure that the person may see it. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class UnitReceipts {

    private final JdbcClient jdbc;

    /** The latest first; so many at most. */
    public List<UnitReceipt> of(UnitId unit, SeenMonths seen, int most) {
        return SeenReceipts.bind(
                        jdbc.sql("SELECT r.number, r.received_on, r.amount, " + SeenReceipts.ALLOCATED
                                + " AS allocated, r.way, r.payer_name, o.name AS organisation, r.enterprise_id IS NULL AS straight, "
                                + ReceiptState.COLUMN
                                + " AS state, coalesce((SELECT string_agg(to_char(a.period, 'YYYY-MM'), '、'"
                                + " ORDER BY a.period) FROM receipt_allocation a WHERE a.receipt_id = r.id AND "
                                + SeenReceipts.OF_MONTHS + "), '') AS months"
                                + ", w.arrived_on, w.booked_on FROM receipt r JOIN organisation o ON o.id = r.organisation_id"
                                + " LEFT JOIN LATERAL (SELECT n.* FROM receipt_way n WHERE n.receipt_id = r.id OFFSET 0) w ON true WHERE r.unit_id = :unit"
                                + " AND " + SeenReceipts.CONDITION
                                + " ORDER BY r.received_on DESC, r.number DESC LIMIT :most"),
                        seen)
                .param("unit", unit.value())
                .param("most", most)
                .query((row, i) -> read(row))
                .list();
    }

    private static UnitReceipt read(ResultSet row) throws SQLException {
        ReceiptState state = ReceiptState.valueOf(row.getString("state"));
        Money amount = new Money(row.getLong("amount"));
        LocalDate arrived = row.getObject("arrived_on", LocalDate.class);
        LocalDate booked = row.getObject("booked_on", LocalDate.class);
        return new UnitReceipt(
                row.getString("number"),
                row.getObject("received_on", LocalDate.class),
                amount,
                state.isLive() ? amount.minus(new Money(row.getLong("allocated"))) : Money.ZERO,
                PaymentWay.valueOf(row.getString("way")).label(),
                row.getString("payer_name"),
                row.getString("organisation"),
                row.getBoolean("straight"),
                row.getString("months"),
                state.label(),
                state.tag(),
                state.isLive() ? PaymentStage.of(arrived, booked) : null,
                arrived,
                booked);
    }
}
