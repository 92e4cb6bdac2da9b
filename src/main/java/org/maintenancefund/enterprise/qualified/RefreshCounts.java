package org.maintenancefund.enterprise.qualified;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** The figures of a run, written by its thread and read by the one that tells that it is alive. */
final class RefreshCounts {

    private final Map<RefreshFigure, AtomicInteger> figures = new EnumMap<>(RefreshFigure.class);
    private volatile boolean lost;

    RefreshCounts() {
        for (RefreshFigure figure : RefreshFigure.values()) {
            figures.put(figure, new AtomicInteger());
        }
    }

    void add(RefreshFigure figure, int more) {
        counter(figure).addAndGet(more);
    }

    int get(RefreshFigure figure) {
        return counter(figure).get();
    }

    private AtomicInteger counter(RefreshFigure figure) {
        return Objects.requireNonNull(figures.get(figure));
    }

    /** The run was given up by another instance, which thought it dead: it stops. */
    void lose() {
        lost = true;
    }

    boolean isLost() {
        return lost;
    }
}
