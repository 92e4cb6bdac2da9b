package org.maintenancefund.collection.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;

/**
 * What a receipt that is on record says of its payment, as far as a file may tell it again.
 *
 * @param unitNumber 户号
 */
public record KnownReceipt(
        ReceiptId id,
        ReceiptNumber number,
        UnitId unit,
        String unitNumber,
        Money amount,
        LocalDate day,
        PaymentWay way,
        ReceivedFrom from,
        String payer,
        String note) {

    static KnownReceipt read(ResultSet row) throws SQLException {
        return new KnownReceipt(
                new ReceiptId(row.getObject("id", UUID.class)),
                new ReceiptNumber(row.getString("number")),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("unit_number"),
                new Money(row.getLong("amount")),
                row.getObject("received_on", LocalDate.class),
                PaymentWay.valueOf(row.getString("way")),
                ReceivedFrom.valueOf(row.getString("payer_kind")),
                row.getString("payer_name"),
                row.getString("note"));
    }
}
