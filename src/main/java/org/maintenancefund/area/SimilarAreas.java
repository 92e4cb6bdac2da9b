package org.maintenancefund.area;

import java.util.List;

/**
 * Areas that could be taken for an area, or for one of a name that is still to be entered.
 *
 * @param siblings  active ones of the same street that share a base; one more than {@link PropertyAreas#MOST_SIBLINGS} where
 *                  there are more
 * @param series    villages of the same street with other numbers (田林三村, 田林五村): to be shown, but mostly communities of their
 *                  own
 * @param nearNames active ones of the same district whose names are easily taken for its own, neither siblings nor of the
 *                  series: all of them, those of the same street first, the likelier mistakes first in each
 */
public record SimilarAreas(List<AreaView> siblings, List<AreaView> series, List<AreaView> nearNames) {}
