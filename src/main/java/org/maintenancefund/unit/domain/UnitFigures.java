package org.maintenancefund.unit.domain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.unit.AreaUnits.RatedUse;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.unit.UnitUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many units there are, and how large they are together. */
@Component
@RequiredArgsConstructor
public class UnitFigures {

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * The units of an area as of today.
     *
     * @param floorArea    of all of them, in m²
     * @param withoutPayer how many have to pay and have nobody to do so
     */
    public record Figures(long units, BigDecimal floorArea, long withoutPayer) {}

    public Figures of(AreaId area) {
        return jdbc.sql("SELECT count(*), coalesce(sum(v.floor_area), 0),"
                        + " count(*) FILTER (WHERE v.liable AND p.unit_id IS NULL) FROM unit u"
                        + CurrentFacts.JOIN_VERSION + CurrentFacts.JOIN_PAYER + " WHERE u.area_id = :area")
                .param("area", area.value())
                .param("today", LocalDate.now(clock))
                .query((row, i) -> new Figures(row.getLong(1), BigDecimal.valueOf(row.getLong(2), 2), row.getLong(3)))
                .single();
    }

    /**
     * The units of a building as of today, parking spaces left out: they may lie under several buildings.
     *
     * @param hundredths their floor area in hundredths of a square metre
     */
    public record OfBuilding(long units, long hundredths) {

        public static final OfBuilding NONE = new OfBuilding(0, 0);

        /** A unit that comes to it; a parking space is none. */
        public static OfBuilding of(UnitFacts facts) {
            return facts.use() == UnitUse.PARKING
                    ? NONE
                    : new OfBuilding(1, facts.floorArea().hundredths());
        }

        public OfBuilding plus(OfBuilding more) {
            return new OfBuilding(units + more.units, hundredths + more.hundredths);
        }

        OfBuilding minus(OfBuilding less) {
            return new OfBuilding(units - less.units, hundredths - less.hundredths);
        }

        /** In m². */
        public BigDecimal floorArea() {
            return BigDecimal.valueOf(hundredths, 2);
        }
    }

    /** By the keys of the buildings; those without units are left out. */
    public Map<String, OfBuilding> byBuilding(AreaId area) {
        Map<String, OfBuilding> figures = new HashMap<>();
        jdbc.sql("SELECT u.building_key, count(*), sum(v.floor_area) FROM unit u" + CurrentFacts.JOIN_VERSION
                        + " WHERE u.area_id = :area AND v.use <> 'PARKING' GROUP BY u.building_key")
                .param("area", area.value())
                .param("today", LocalDate.now(clock))
                .query((row, i) -> figures.put(row.getString(1), new OfBuilding(row.getLong(2), row.getLong(3))))
                .list();
        return figures;
    }

    /** The uses of those that have to pay in that month, each once, in the order of the uses. */
    public List<RatedUse> liableUses(AreaId area, YearMonth month) {
        return jdbc
                .sql("SELECT DISTINCT v.use, v.lift FROM unit u" + CurrentFacts.JOIN_VERSION
                        + " WHERE u.area_id = :area AND v.liable")
                .param("area", area.value())
                .param("today", month.atDay(1))
                .query((row, i) -> new RatedUse(UnitUse.valueOf(row.getString(1)), row.getBoolean(2)))
                .list()
                .stream()
                .sorted(Comparator.comparing(RatedUse::use).thenComparing(RatedUse::lift))
                .toList();
    }

    /** How many units each of the areas has; those without any are left out. */
    public Map<AreaId, Long> count(Collection<AreaId> areas) {
        Map<AreaId, Long> counts = new HashMap<>();
        if (!areas.isEmpty()) {
            jdbc.sql("SELECT area_id, count(*) FROM unit WHERE area_id = ANY (:areas) GROUP BY area_id")
                    .param("areas", areas.stream().map(AreaId::value).toArray(UUID[]::new))
                    .query((row, i) -> counts.put(new AreaId(row.getObject(1, UUID.class)), row.getLong(2)))
                    .list();
        }
        return counts;
    }
}
