package org.maintenancefund.application;

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

    /** Nobody has dialled yet. */
    public static final CallState NEW = new CallState(0, null, null, "", null, null, null);

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
