package org.maintenancefund.collection.remittance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.collection.receipt.PaymentWay;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.remittance.RemittanceRights.Holder;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.unit.UnitPlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The receipts of a declaration, and those that could be in the next one; the earliest first. */
@Component
@RequiredArgsConstructor
public class ReceiptLines {

    private static final String COLUMNS =
            "r.number, u.number AS unit_number, u.building, u.entrance, u.floor, u.door, r.amount,"
                    + " r.received_on, r.way, r.payer_name, r.reversed";

    private static final List<Keyset.Key> KEYS =
            List.of(new Keyset.Key("r.received_on", LocalDate.class), new Keyset.Key("r.number", String.class));

    private static final Keyset<Row> DECLARED = new Keyset<>(
            COLUMNS + ", NULL AS reason, NULL AS withheld_by_name",
            "FROM declared_receipt x JOIN receipt r ON r.id = x.receipt_id JOIN named_unit u ON u.unit_id = r.unit_id",
            KEYS,
            false,
            (row, i) -> read(row));

    private static final Keyset<Row> UNDECLARED = new Keyset<>(
            COLUMNS + ", w.reason, w.withheld_by_name",
            "FROM receipt r JOIN named_unit u ON u.unit_id = r.unit_id LEFT JOIN receipt_withheld w ON w.receipt_id = r.id",
            KEYS,
            false,
            (row, i) -> read(row));

    private final DeclaredReceipts receipts;
    private final JdbcClient jdbc;

    /**
     * A receipt of a list.
     *
     * @param leftOut  why it is left out, with who said so; null where nobody did
     * @param reversed whether it was reversed since
     */
    public record Row(
            ReceiptNumber number,
            String unitNumber,
            UnitPlace place,
            Money amount,
            LocalDate receivedOn,
            PaymentWay way,
            String payer,
            @Nullable String leftOut,
            boolean reversed) {}

    /** Those of a declaration, also of one that was taken back. */
    public Listing<Row> of(UUID declaration) {
        return DECLARED.where(
                jdbc, new Conditions().and("x.declaration_id = :declaration", "declaration", declaration));
    }

    /**
     * Those up to a day that are in no declaration.
     *
     * @param leftOut those alone that are left out, or those alone that are not
     */
    public Listing<Row> undeclared(Holder holder, LocalDate upTo, boolean leftOut) {
        return UNDECLARED.where(
                jdbc,
                new Conditions()
                        .and(DeclaredReceipts.UNDECLARED)
                        .and((leftOut ? "" : "NOT ") + DeclaredReceipts.LEFT_OUT)
                        .bind("area", holder.area().id().value())
                        .bind("enterprise", holder.enterprise().value())
                        .bind("up_to", upTo));
    }

    /** How many these are, and what they come to. */
    public DeclaredReceipts.Figures figures(Holder holder, LocalDate upTo) {
        return receipts.figures(holder, upTo);
    }

    private static Row read(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new Row(
                new ReceiptNumber(row.getString("number")),
                row.getString("unit_number"),
                UnitPlace.read(row),
                new Money(row.getLong("amount")),
                row.getObject("received_on", LocalDate.class),
                PaymentWay.valueOf(row.getString("way")),
                row.getString("payer_name"),
                reason == null
                        ? null
                        : Messages.of("remittance.left-out.why", reason, row.getString("withheld_by_name")),
                row.getBoolean("reversed"));
    }
}
