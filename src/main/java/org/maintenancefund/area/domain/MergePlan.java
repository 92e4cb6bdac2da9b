package org.maintenancefund.area.domain;

import java.util.List;
import org.maintenancefund.area.AreaFact;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.MergeBlocker;

/**
 * Several areas side by side before they become one.
 *
 * @param areas    as they are, in the order they were chosen
 * @param facts    what is tied to them
 * @param blockers what stands against it; empty: it can be done
 */
public record MergePlan(List<AreaView> areas, List<AreaFact> facts, List<MergeBlocker> blockers) {

    public MergePlan {
        areas = List.copyOf(areas);
        facts = List.copyOf(facts);
        blockers = List.copyOf(blockers);
    }

    public boolean isPossible() {
        return blockers.isEmpty();
    }
}
