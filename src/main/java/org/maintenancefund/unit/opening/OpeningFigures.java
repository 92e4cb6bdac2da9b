package org.maintenancefund.unit.opening;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitPlace;
import org.maintenancefund.unit.domain.CurrentFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What opening balances come to, which units they leave out, and who entered them. */
@Component
@RequiredArgsConstructor
public class OpeningFigures {

    /** So many of the units that are left out are named. */
    public static final int MOST_NAMES = 10;

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * What the lines of a sheet come to.
     *
     * @param withoutOriginal how many of them have no 首期原值
     * @param high            how many have far more than that, see {@link OpeningDoubts}
     */
    public record Sum(long units, Money balance, long withoutOriginal, long high) {}

    public Sum of(OpeningId sheet) {
        return jdbc.sql("SELECT count(*), coalesce(sum(balance), 0), count(*) FILTER (WHERE original IS NULL),"
                        + " count(*) FILTER (WHERE " + OpeningDoubts.HIGH
                        + ") FROM opening_line l WHERE sheet_id = :sheet")
                .param("sheet", sheet.value())
                .query((row, i) -> new Sum(
                        row.getLong(1),
                        new Money(row.getBigDecimal(2).longValueExact()),
                        row.getLong(3),
                        row.getLong(4)))
                .single();
    }

    /**
     * Units that are left out.
     *
     * @param names of the first of them, in the order of the list
     */
    public record Missing(long units, List<String> names) {

        public Missing {
            names = List.copyOf(names);
        }
    }

    /** The units of the area that have to pay and stand in no sheet. */
    public Missing missing(AreaId area) {
        return missing(area, List.of());
    }

    /** The same without those that are about to come in. */
    public Missing missing(AreaId area, Collection<UnitId> coming) {
        List<String> names = new ArrayList<>();
        List<Long> counted = jdbc.sql("SELECT b.name, u.entrance, u.floor, u.door, count(*) OVER () FROM unit u"
                        + " JOIN named_building b ON b.area_id = u.area_id AND b.name_key = u.building_key"
                        + CurrentFacts.JOIN_VERSION + " WHERE u.area_id = :area AND v.liable"
                        + " AND NOT EXISTS (SELECT FROM opening_line l WHERE l.unit_id = u.id)"
                        + " AND NOT u.id = ANY (:coming)"
                        + " ORDER BY b.position, u.sort_key, u.id LIMIT " + MOST_NAMES)
                .param("area", area.value())
                .param("today", LocalDate.now(clock))
                .param("coming", coming.stream().map(UnitId::value).toArray(UUID[]::new))
                .query((row, i) -> {
                    names.add(new UnitPlace(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getObject(3, Integer.class),
                                    row.getString(4))
                            .shown());
                    return row.getLong(5);
                })
                .list();
        return new Missing(counted.isEmpty() ? 0 : counted.get(0), names);
    }

    /**
     * Somebody who entered lines of a sheet.
     *
     * @param lines how many
     */
    public record Maker(UUID person, String name, long lines) {}

    /** Who entered the lines of the sheet, whoever has most of them first. */
    public List<Maker> makers(OpeningId sheet) {
        return jdbc.sql("SELECT entered_by, max(entered_by_name), count(*) FROM opening_line WHERE sheet_id = :sheet"
                        + " GROUP BY entered_by ORDER BY count(*) DESC, entered_by")
                .param("sheet", sheet.value())
                .query((row, i) -> new Maker(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)))
                .list();
    }
}
