package org.maintenancefund.area;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Page;

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
     * @param text     what is told
     * @param href     the page about it, or null
     * @param district the district whose people may open that page, beside the municipal centre's; null for everybody's
     */
    public record Line(
            String text, @Nullable String href, @Nullable DistrictId district) {

        public Line(String text, @Nullable String href) {
            this(text, href, null);
        }

        /** Whether the page about it exists for the reader: another district's record doesn't, nor another role's page. */
        public boolean opensTo(CurrentUser reader) {
            return href != null
                    && (district == null || reader.sees(district))
                    && Page.at(href)
                            .filter(page -> page.isOpenTo(reader.role()))
                            .isPresent();
        }
    }
}
