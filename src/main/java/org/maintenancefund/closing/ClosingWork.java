package org.maintenancefund.closing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.invariant.Violation;
import org.maintenancefund.kernel.Messages;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One step of a closing, in one transaction together with the note that it is done. */
@Component
@RequiredArgsConstructor
class ClosingWork {

    /** A statement of it goes through all units of the city, which may take longer than a page waits for one. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int LONGEST_EXAMPLES = 4_000;
    private static final int LONGEST_REASON = 1_000;

    private final Closings closings;
    private final ClosingService service;
    private final Snapshot snapshot;
    private final InvariantService invariants;
    private final JdbcOperations connections;

    /** False where nothing is to be done any more. What the database breaks off is thrown: it is to be tried again. */
    @Transactional
    public boolean step(ClosingId closing) {
        // Until the pool has the connection back.
        connections.execute((ConnectionCallback<Boolean>) connection -> {
            connection.setNetworkTimeout(Runnable::run, (int) PATIENCE.toMillis());
            return true;
        });
        return closings.take(closing).map(step -> act(closing, step)).orElse(false);
    }

    /** All invariants are asked, so that people see everything at once; then the closing goes on only where each of them holds. */
    private boolean act(ClosingId closing, StepView step) {
        long begun = System.nanoTime();
        if (step.kind() == StepKind.INVARIANT) {
            Optional<Violation> broken = invariants.violation(step.name());
            closings.note(
                    closing,
                    step.place(),
                    broken.isPresent() ? StepState.BROKEN : StepState.DONE,
                    broken.map(Violation::rows).orElse(0L),
                    since(begun),
                    broken.map(ClosingWork::examples).orElse(""));
            return true;
        }
        List<String> broken = step.kind() == StepKind.ACCOUNTS ? closings.broken(closing) : List.of();
        if (!broken.isEmpty()) {
            service.fail(closing, reason(broken));
            return false;
        }
        long written = switch (step.kind()) {
            case ACCOUNTS -> snapshot.accounts(closing);
            case UNITS -> snapshot.units(closing);
            default -> snapshot.areas(closing);
        };
        closings.note(closing, step.place(), StepState.DONE, written, since(begun), "");
        return true;
    }

    private static long since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private static String examples(Violation broken) {
        return cut(String.join("\n", broken.examples()), LONGEST_EXAMPLES);
    }

    private static String reason(List<String> broken) {
        return cut(
                Messages.of(
                        "closing.failed",
                        broken.stream()
                                .map(name -> Messages.of("invariant." + name))
                                .collect(Collectors.joining("、"))),
                LONGEST_REASON);
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }
}
