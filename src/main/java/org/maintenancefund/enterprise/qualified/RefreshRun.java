package org.maintenancefund.enterprise.qualified;

import java.time.Instant;
import java.util.UUID;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Labelled;

/**
 * A run of the refresh as its page shows it.
 *
 * @param startedBy who asked for it, or that it was time
 * @param endedAt   null while it runs
 * @param failure   why it did not come to its end, else empty
 * @param people    and the others: see {@link RefreshWork.RefreshCounts.Figure}
 */
public record RefreshRun(
        UUID id,
        State state,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        int people,
        int changed,
        int gone,
        int matches,
        int collisions,
        int failures,
        int held,
        String failure) {

    /** How far it is. */
    @Getter
    @RequiredArgsConstructor
    public enum State implements Labelled {
        RUNNING("info"),
        DONE("ok"),
        /** Done but for those it would have disabled. */
        HELD("waiting"),
        FAILED("bad");

        /** Kind of the tag that shows it. */
        private final String tag;
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    public boolean isHeldBack() {
        return state == State.HELD;
    }

    public boolean isFailed() {
        return state == State.FAILED;
    }
}
