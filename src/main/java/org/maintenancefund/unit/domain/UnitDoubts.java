package org.maintenancefund.unit.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.unit.NewUnit;
import org.maintenancefund.unit.Payer;
import org.maintenancefund.unit.PayerKind;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.unit.UnitPlace;
import org.maintenancefund.unit.UnitUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is unlikely of a unit and possible all the same: asked, never refused. */
@Component
@RequiredArgsConstructor
public class UnitDoubts {

    /** Reason code of an unsold unit that somebody else pays for than who built it. */
    public static final String UNSOLD = "unit.doubt.unsold";

    private static final FloorArea SMALLEST_FLAT = new FloorArea(15_00);
    private static final FloorArea LARGEST_FLAT = new FloorArea(500_00);
    /** So many times the median of its building no unit is larger. */
    private static final int MOST_MEDIANS = 3;

    private final JdbcClient jdbc;
    private final Clock clock;

    private record Kind(String building, UnitUse use) {}

    /** What an area's units are like, to compare others with: asked once for a whole spreadsheet. */
    public static final class OfArea {

        private final Map<Kind, FloorArea> medians = new HashMap<>();

        private OfArea() {}

        /** What to look at again, a sentence each. */
        public List<Reason> about(UnitPlace place, UnitFacts facts, @Nullable Payer payer) {
            List<Reason> doubts = new ArrayList<>();
            long area = facts.floorArea().hundredths();
            if (facts.use() == UnitUse.RESIDENTIAL
                    && (area < SMALLEST_FLAT.hundredths() || area > LARGEST_FLAT.hundredths())) {
                doubts.add(Reason.of("unit.doubt.flat", facts.floorArea(), SMALLEST_FLAT, LARGEST_FLAT));
            }
            FloorArea median = medians.get(new Kind(place.key().building(), facts.use()));
            if (median != null && area > MOST_MEDIANS * median.hundredths()) {
                doubts.add(Reason.of(
                        "unit.doubt.median",
                        facts.floorArea(),
                        place.building(),
                        facts.use().label(),
                        median,
                        MOST_MEDIANS));
            }
            aboutPayer(facts, payer).ifPresent(doubts::add);
            return doubts;
        }
    }

    /** Who pays for what is not sold is asked. */
    public static Optional<Reason> aboutPayer(UnitFacts facts, @Nullable Payer payer) {
        return facts.sold() || payer != null && payer.kind() == PayerKind.DEVELOPER
                ? Optional.empty()
                : Optional.of(Reason.of(UNSOLD));
    }

    /** What the units of an area are like. */
    public OfArea of(AreaId area) {
        return of(area, List.of());
    }

    /**
     * The same together with units that are to be registered: of an area that has none they tell by themselves which of them
     * is out of place. Medians of each building and use, by whole hundredths: of two in the middle the smaller.
     */
    public OfArea of(AreaId area, List<NewUnit> more) {
        OfArea doubts = new OfArea();
        jdbc.sql("SELECT building, use, percentile_disc(0.5) WITHIN GROUP (ORDER BY floor_area) FROM ("
                        + "SELECT u.building_key AS building, v.use, v.floor_area FROM unit u"
                        + CurrentFacts.JOIN_VERSION + " WHERE u.area_id = :area"
                        + " UNION ALL SELECT * FROM unnest(:buildings, :uses, :areas)) AS known"
                        + " GROUP BY building, use")
                .param("area", area.value())
                .param("today", LocalDate.now(clock))
                .param(
                        "buildings",
                        more.stream().map(unit -> unit.place().key().building()).toArray(String[]::new))
                .param(
                        "uses",
                        more.stream().map(unit -> unit.facts().use().name()).toArray(String[]::new))
                .param(
                        "areas",
                        more.stream()
                                .map(unit -> unit.facts().floorArea().hundredths())
                                .toArray(Long[]::new))
                .query((row, i) -> doubts.medians.put(
                        new Kind(row.getString(1), UnitUse.valueOf(row.getString(2))), new FloorArea(row.getLong(3))))
                .list();
        return doubts;
    }
}
