package org.maintenancefund.disclosure.reminder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;

/**
 * A reminder of one unit, and what has become of it.
 *
 * @param place       within its batch, from 1 on
 * @param unitNumber  户号
 * @param unitNamed   1 栋 101, as it was called then
 * @param payer       whom it is to, as they were called then; null where nobody was known
 * @param amount      what was open of its months then
 * @param deliveredOn when it came to them last; null where it didn't yet
 * @param way         how; null there too
 * @param paidSince   what was received for the unit since
 * @param stillOpen   what is open of the same months today
 */
public record ReminderLine(
        ReminderNumber batch,
        int place,
        LocalDate madeOn,
        UnitId unit,
        String unitNumber,
        String unitNamed,
        @Nullable String payer,
        int months,
        YearMonth first,
        YearMonth last,
        Money amount,
        @Nullable LocalDate deliveredOn,
        @Nullable DeliveryWay way,
        Money paidSince,
        Money stillOpen) {

    /** The columns, of the view {@code reminder_line} as {@code l}. */
    static final String COLUMNS =
            "l.batch, l.place, l.made_on, l.unit_id, l.unit_number, l.unit_named, l.payer, l.months, l.first_month, l.last_month,"
                    + " l.amount, l.delivered_on, l.way, l.paid_since, l.still_open";

    /** CJ20261205-0001-0003. */
    public String number() {
        return batch.of(place);
    }

    /** 2026-10, or 2026-10 至 2026-11. */
    public String stretch() {
        return first.equals(last) ? first.toString() : Messages.of("disclosure.reminder.stretch", first, last);
    }

    /** 2026-12-06 张贴; null where it was not delivered. */
    public @Nullable String delivered() {
        return way == null ? null : deliveredOn + " " + way.label();
    }

    static ReminderLine read(ResultSet row, int number) throws SQLException {
        String way = row.getString("way");
        return new ReminderLine(
                new ReminderNumber(row.getString("batch")),
                row.getInt("place"),
                row.getObject("made_on", LocalDate.class),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("unit_number"),
                row.getString("unit_named"),
                row.getString("payer"),
                row.getInt("months"),
                YearMonth.from(row.getObject("first_month", LocalDate.class)),
                YearMonth.from(row.getObject("last_month", LocalDate.class)),
                new Money(row.getLong("amount")),
                row.getObject("delivered_on", LocalDate.class),
                way == null ? null : DeliveryWay.valueOf(way),
                new Money(row.getLong("paid_since")),
                new Money(row.getLong("still_open")));
    }
}
