package org.maintenancefund.area;

import java.util.List;

/**
 * Areas that could be taken for one another, all of them active.
 *
 * @param siblings  see {@link PropertyAreas#siblings}
 * @param nearNames areas of the same district whose names are easily taken for this one's, no siblings: the same street first,
 *     then in name order; one more than {@link PropertyAreas#MOST_NEAR_NAMES} where there are more
 */
public record SimilarAreas(List<AreaView> siblings, List<AreaView> nearNames) {}
