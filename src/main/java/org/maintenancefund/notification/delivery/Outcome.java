package org.maintenancefund.notification.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt to send a message.
 *
 * @param trouble what went wrong; null where nothing did
 * @param detail  a status, a code; never what the other side wrote, which may repeat the address
 */
public record Outcome(Result result, @Nullable Trouble trouble, String detail) {

    /** Whether it arrived, and whether to try again. */
    public enum Result {
        SENT,
        /** It did not arrive, and may at another time. */
        LATER,
        /** It did not arrive and will not. */
        REFUSED,
        /** It may have arrived. */
        UNKNOWN
    }

    /** True where nobody answered: the next one will hardly be answered either. */
    public boolean isSilence() {
        return trouble == Trouble.UNREACHABLE || trouble == Trouble.NO_ANSWER;
    }

    static Outcome sent() {
        return new Outcome(Result.SENT, null, "");
    }

    static Outcome of(Result result, Trouble trouble, Object detail) {
        return new Outcome(result, trouble, detail.toString());
    }
}
