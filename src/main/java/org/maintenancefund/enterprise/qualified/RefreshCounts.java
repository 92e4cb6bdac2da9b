package org.maintenancefund.enterprise.qualified;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;

/** The figures of a run so far. */
@RequiredArgsConstructor
final class RefreshCounts {

    /** What a run of the refresh counts; each has a column of that name. */
    enum Figure {
        /** People read from the directory. */
        PEOPLE,
        /** People and companies of which something is new here. */
        CHANGED,
        /** People disabled, because they are gone there or disabled. */
        GONE,
        /** Companies registered here that were found in the directory for the first time. */
        MATCHES,
        /** User names found for the first time to be a local account's too. */
        COLLISIONS,
        /** People and companies that could not be taken over. */
        FAILURES,
        /** People who would have been disabled, had they not been too many. */
        HELD
    }

    private final Map<Figure, Integer> figures = new EnumMap<>(Figure.class);
    private final UUID run;

    UUID run() {
        return run;
    }

    void add(Figure figure, int more) {
        figures.merge(figure, more, Integer::sum);
    }

    int get(Figure figure) {
        return figures.getOrDefault(figure, 0);
    }
}
