package org.maintenancefund.disclosure.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.AreasByName;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.Settings;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The areas that are or were collected in, of those that a person sees, by name, and what of each is published. */
@Component
@RequiredArgsConstructor
public class PublicationAreaList {

    private final AreasByName areas;
    private final Settings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * An area of the list.
     *
     * @param last the month published last, or null
     * @param state how far that is; null where there is none
     * @param due  whether another one is due, by the interval that the city has decided
     */
    public record Line(
            AreaView area,
            @Nullable YearMonth last,
            @Nullable PublicationState state,
            boolean due) {}

    private record Last(YearMonth month, PublicationState state) {}

    /**
     * @param text  any part of the area's name, former name, address or number
     * @param where of {@code a}, the area
     */
    public Listing<Line> list(String text, Conditions where) {
        where.and("EXISTS (SELECT FROM area_collected c WHERE c.area_id = a.id)");
        return areas.list(where, text).map(this::lines);
    }

    private List<Line> lines(List<AreaView> found) {
        List<AreaId> ids = found.stream().map(AreaView::id).toList();
        Map<AreaId, Last> last = new HashMap<>();
        jdbc.sql(
                        "SELECT DISTINCT ON (f.area_id) f.area_id, f.month, f.state FROM publication f WHERE f.area_id = ANY (:areas)"
                                + " ORDER BY f.area_id, f.month DESC")
                .param("areas", ids.stream().map(AreaId::value).toArray(UUID[]::new))
                .query((row, i) -> last.put(
                        new AreaId(row.getObject("area_id", UUID.class)),
                        new Last(
                                YearMonth.from(row.getObject("month", LocalDate.class)),
                                PublicationState.valueOf(row.getString("state")))))
                .list();
        return found.stream().map(area -> line(area, last.get(area.id()))).toList();
    }

    private Line line(AreaView area, @Nullable Last last) {
        return last == null
                ? new Line(area, null, null, false)
                : new Line(area, last.month(), last.state(), isDue(last.month()));
    }

    private boolean isDue(YearMonth last) {
        return settings.find(Setting.PUBLICATION_MONTHS)
                .map(Integer::parseInt)
                .filter(months -> last.plusMonths(months).isBefore(YearMonth.now(clock)))
                .isPresent();
    }
}
