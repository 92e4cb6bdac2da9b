package org.maintenancefund.enterprise.qualified;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** The figures of a run so far. */
final class RefreshCounts {

    private final Map<RefreshFigure, Integer> figures = new EnumMap<>(RefreshFigure.class);
    private final UUID run;

    RefreshCounts(UUID run) {
        this.run = run;
    }

    UUID run() {
        return run;
    }

    void add(RefreshFigure figure, int more) {
        figures.merge(figure, more, Integer::sum);
    }

    int get(RefreshFigure figure) {
        return figures.getOrDefault(figure, 0);
    }
}
