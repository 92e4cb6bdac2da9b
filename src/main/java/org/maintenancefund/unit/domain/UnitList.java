package org.maintenancefund.unit.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.Building;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.search.NameWriting;
import org.maintenancefund.unit.AreaSource;
import org.maintenancefund.unit.Payer;
import org.maintenancefund.unit.PayerKind;
import org.maintenancefund.unit.PlaceText;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitPlace;
import org.maintenancefund.unit.UnitUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The units of an area as they are today, building by building in the order of their numbers. */
@Component
@RequiredArgsConstructor
public class UnitList {

    private static final String COLUMNS = "u.id, u.number, b.name AS building, u.entrance, u.floor, u.door,"
            + " v.floor_area, v.source, v.use, v.lift, v.liable, v.sold, v.delivered_on, v.charged_from, p.kind,"
            + " p.name AS payer, p.mobile";

    private static final String FROM =
            "FROM unit u JOIN named_building b ON b.area_id = u.area_id AND b.name_key = u.building_key"
                    + CurrentFacts.JOIN_VERSION + CurrentFacts.JOIN_PAYER;

    private static final Keyset<Row> ROWS = new Keyset<>(
            COLUMNS,
            FROM,
            List.of(
                    new Keyset.Key("b.position", Integer.class),
                    new Keyset.Key("u.sort_key", String.class),
                    new Keyset.Key("u.id", UUID.class)),
            false,
            (row, i) -> read(row));

    private final JdbcClient jdbc;
    private final Clock clock;

    /** A unit of a list. */
    public record Row(
            UnitId id,
            String number,
            UnitPlace place,
            UnitFacts facts,
            @Nullable Payer payer) {}

    /**
     * What a list of units is narrowed down to.
     *
     * @param text part of 户号, of the place however it is written, or of the payer's name; empty for all
     */
    public record Filter(String text, Optional<Building> building, Optional<UnitUse> use, Optional<Boolean> sold) {}

    /** @param buildings those of the area, for the places that are looked for */
    public Listing<Row> of(AreaId area, Filter wanted, List<Building> buildings) {
        Conditions where = new Conditions()
                .and("u.area_id = :area", "area", area.value())
                .bind("today", LocalDate.now(clock))
                .equal("u.building_key", wanted.building().map(Building::key))
                .equal("v.use", wanted.use())
                .equal("v.sold", wanted.sold());
        return ROWS.where(jdbc, wanted.text().isEmpty() ? where : withText(wanted.text(), buildings, where));
    }

    /** The units that there are at these places, as they are on a day; one question for many rows of a spreadsheet. */
    public Map<UnitPlace.Key, Row> at(AreaId area, Collection<UnitPlace.Key> places, LocalDate day) {
        List<UnitPlace.Key> asked = List.copyOf(places);
        return jdbc
                .sql("SELECT " + COLUMNS + " " + FROM
                        + " JOIN unnest(:buildings, :entrances, :doors) AS t(building, entrance, door)"
                        + " ON u.building_key = t.building AND u.entrance_key = t.entrance AND u.door_key = t.door"
                        + " WHERE u.area_id = :area")
                .param("area", area.value())
                .param("today", day)
                .param("buildings", asked.stream().map(UnitPlace.Key::building).toArray(String[]::new))
                .param("entrances", asked.stream().map(UnitPlace.Key::entrance).toArray(String[]::new))
                .param("doors", asked.stream().map(UnitPlace.Key::door).toArray(String[]::new))
                .query((row, i) -> read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(row -> row.place().key(), Function.identity()));
    }

    private static Conditions withText(String text, List<Building> buildings, Conditions where) {
        Optional<UnitPlace.Key> place = PlaceText.named(text, buildings).map(UnitPlace::key);
        String key = NameWriting.of(text);
        return where.and("(strpos(lower(u.number), :number) > 0 OR strpos(u.building_key || u.door_key, :place) > 0"
                        + " OR strpos(p.name, :name) > 0 OR u.building_key = :named_building"
                        + " AND u.door_key = :named_door AND (:named_entrance IN ('', u.entrance_key)))")
                .bind("number", ChineseText.code(text).toLowerCase(Locale.ROOT))
                .bind("place", key.isEmpty() ? text : key)
                .bind("name", PersonName.spelled(text))
                .bind("named_building", place.map(UnitPlace.Key::building).orElse(""))
                .bind("named_entrance", place.map(UnitPlace.Key::entrance).orElse(""))
                .bind("named_door", place.map(UnitPlace.Key::door).orElse(""));
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                new UnitId(row.getObject("id", UUID.class)),
                row.getString("number"),
                UnitPlace.read(row),
                facts(row),
                payer(row));
    }

    private static UnitFacts facts(ResultSet row) throws SQLException {
        LocalDate charged = row.getObject("charged_from", LocalDate.class);
        return new UnitFacts(
                new FloorArea(row.getLong("floor_area")),
                AreaSource.valueOf(row.getString("source")),
                UnitUse.valueOf(row.getString("use")),
                row.getBoolean("lift"),
                row.getBoolean("liable"),
                row.getBoolean("sold"),
                row.getObject("delivered_on", LocalDate.class),
                charged == null ? null : YearMonth.from(charged));
    }

    private static @Nullable Payer payer(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        String mobile = row.getString("mobile");
        return kind == null
                ? null
                : new Payer(
                        PayerKind.valueOf(kind),
                        row.getString("payer"),
                        mobile == null ? null : new MobileNumber(mobile));
    }
}
