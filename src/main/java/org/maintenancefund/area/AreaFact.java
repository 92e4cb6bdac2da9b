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

    /** What is told of one area to somebody: a page that doesn't exist for them is no link. */
    public Told of(AreaId area, CurrentUser reader) {
        return new Told(
                label, of(area).stream().map(line -> line.toldTo(reader)).toList());
    }

    /** It of one area, every link of which the reader may follow. */
    public record Told(String label, List<Line> lines) {}

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

        private Line toldTo(CurrentUser reader) {
            return opensTo(reader) ? this : new Line(text, null);
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
