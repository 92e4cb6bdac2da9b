package org.maintenancefund.area;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is told of several areas, such as their committees.
 *
 * @param label the word for it
 * @param lines what each area has; areas without any are left out
 */
public record AreaFact(String label, Map<AreaId, List<Line>> lines) {

    public List<Line> of(AreaId area) {
        return lines.getOrDefault(area, List.of());
    }

    /**
     * A line of it.
     *
     * @param text what is told
     * @param href the page about it, or null
     */
    public record Line(String text, @Nullable String href) {}
}
