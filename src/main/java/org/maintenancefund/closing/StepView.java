package org.maintenancefund.closing;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;

/**
 * A step of a closing as its page shows it.
 *
 * @param name     of the invariant; empty for what is no check
 * @param found    how many rows break it, or were written; null before
 * @param tookMs   null before
 * @param examples the first that break it
 */
public record StepView(
        int place,
        StepKind kind,
        String name,
        StepState state,
        @Nullable Long found,
        @Nullable Long tookMs,
        String examples) {

    public String title() {
        return kind == StepKind.INVARIANT ? Messages.of("invariant." + name) : kind.label();
    }
}
