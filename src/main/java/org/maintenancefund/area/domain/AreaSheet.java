package org.maintenancefund.area.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaFact;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.SimilarAreas;
import org.maintenancefund.web.RecordTable;

/**
 * All that the page of an area tells.
 *
 * @param facts    what is tied to it
 * @param similar  siblings and those of its series; none of an area that went into another one
 * @param into     the area that stands for it today, or null where that is itself
 * @param history  newest first, one more than are shown where there are more
 * @param merge    the last merge into it that was not undone, or null
 * @param tables   what other modules show of it
 */
public record AreaSheet(
        AreaView area,
        List<Building> buildings,
        List<AreaFact> facts,
        SimilarAreas similar,
        @Nullable AreaView into,
        List<AreaHistory.Line> history,
        @Nullable UUID merge,
        List<RecordTable> tables) {

    public AreaSheet {
        tables = List.copyOf(tables);
    }
}
