package org.maintenancefund.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;

/**
 * How a call went so far.
 *
 * @param tries   how often it was dialled
 * @param last    what came of it the last time; null before the first
 * @param caller  who dialled then
 * @param againAt from when on it is dialled again; null unless nobody answered
 * @param phone   what to dial instead of the number on record; null where that was not found wrong, or no other is known yet
 * @param toldBy  who knew that number
 */
public record CallState(
        int tries,
        @Nullable CallOutcome last,
        @Nullable Instant lastAt,
        String caller,
        @Nullable Instant againAt,
        @Nullable String phone,
        @Nullable String toldBy) {

    /** What {@link #of} reads, of the view {@code call_made}, called {@code c}. */
    public static final String COLUMNS = "c.outcome, c.tries, c.last_at, c.caller, c.again_at, c.phone, c.told_by";

    /** First who can be dialled now, then who has a wrong number, then who is dialled again later than {@code :now}. */
    public static final String ORDER = "CASE WHEN c.again_at > :now THEN 2 WHEN c.wants_number THEN 1 ELSE 0 END";

    /** Nobody has dialled yet. */
    private static final CallState NEW = new CallState(0, null, null, "", null, null, null);

    /** Reads a row that has {@link #COLUMNS}, which are empty where nobody has dialled yet. */
    public static CallState of(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null
                ? NEW
                : new CallState(
                        row.getInt("tries"),
                        CallOutcome.valueOf(outcome),
                        row.getTimestamp("last_at").toInstant(),
                        row.getString("caller"),
                        instant(row.getTimestamp("again_at")),
                        row.getString("phone"),
                        row.getString("told_by"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /** The number is wrong and no other one is known. */
    public boolean wantsNumber() {
        return last == CallOutcome.WRONG_NUMBER && phone == null;
    }

    public boolean waitsAt(Instant now) {
        return againAt != null && againAt.isAfter(now);
    }

    boolean wasMissedOn(LocalDate day) {
        return last == CallOutcome.NO_ANSWER
                && lastAt != null
                && LocalDate.ofInstant(lastAt, Times.ZONE).equals(day);
    }

    /** 已打 2 次，最近 11-28 10:15 没有接通（陈晓梅）; empty before the first. */
    public String words() {
        return last == null || lastAt == null
                ? ""
                : Messages.of("application.call.so-far", tries, Times.thisYear(lastAt), last.label(), caller);
    }
}
