package org.maintenancefund.disclosure.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.maintenancefund.kernel.money.Money;

/**
 * The figures of an area's month; sums alone.
 *
 * @param opening    what was there at the end of the month before
 * @param takenOver  what came from the book that was kept before
 * @param paidIn     交存
 * @param spent      使用
 * @param earned     增值
 * @param closing    结存
 * @param households how many were billed for the month
 * @param settledHouseholds how many of them have paid all of it
 * @param billed     what they were billed
 * @param settled    what of it is paid
 * @param received   what the company received in the month
 * @param remitted   what of that is in the bank
 */
public record PublicationFigures(
        Money opening,
        Money takenOver,
        Money paidIn,
        Money spent,
        Money earned,
        Money closing,
        int households,
        int settledHouseholds,
        Money billed,
        Money settled,
        Money received,
        Money remitted) {

    static final String COLUMNS =
            "f.opening, f.taken_over, f.paid_in, f.spent, f.earned, f.closing, f.households, f.settled_households, f.billed,"
                    + " f.settled, f.received, f.remitted";

    /** Nothing at all happened. */
    public boolean isEmpty() {
        return closing.isZero() && paidIn.isZero() && billed.isZero() && received.isZero();
    }

    static PublicationFigures read(ResultSet row) throws SQLException {
        return new PublicationFigures(
                new Money(row.getLong("opening")),
                new Money(row.getLong("taken_over")),
                new Money(row.getLong("paid_in")),
                new Money(row.getLong("spent")),
                new Money(row.getLong("earned")),
                new Money(row.getLong("closing")),
                row.getInt("households"),
                row.getInt("settled_households"),
                new Money(row.getLong("billed")),
                new Money(row.getLong("settled")),
                new Money(row.getLong("received")),
                new Money(row.getLong("remitted")));
    }
}
