package org.maintenancefund.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.Building;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.kernel.search.NameWriting;
import org.maintenancefund.unit.domain.CurrentFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Units as other modules look them up: by what is written on a paper (户号), by what people say (1-101), by who pays. Whoever asks
 * has made sure that the person may see the area.
 */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class UnitLookup {

    private static final String SELECT =
            "SELECT u.id, u.number, u.area_id, b.name AS building, u.entrance, u.floor, u.door,"
                    + " v.floor_area, v.use, v.lift, p.kind, p.name AS payer, p.mobile";

    private static final String FROM =
            " FROM unit u JOIN named_building b ON b.area_id = u.area_id AND b.name_key = u.building_key"
                    + CurrentFacts.JOIN_VERSION + CurrentFacts.JOIN_PAYER;

    private static final String IN_ORDER = " ORDER BY b.position, u.sort_key, u.id LIMIT :most";

    private final JdbcClient jdbc;
    private final Clock clock;

    private record Hit(FoundUnit unit, int rank) {}

    public Optional<FoundUnit> find(UnitId id) {
        return list("u.id = :id", Map.of("id", id.value()), 1).stream().findFirst();
    }

    /** The unit; {@link NotFound} where there is none. */
    public FoundUnit get(UnitId id) {
        return find(id).orElseThrow(() -> new NotFound("unit " + id));
    }

    /** Those of the units that there are; one question however many. */
    public Map<UnitId, FoundUnit> of(Collection<UnitId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : list(
                                "u.id = ANY (:ids)",
                                Map.of("ids", ids.stream().map(UnitId::value).toArray(UUID[]::new)),
                                ids.size())
                        .stream()
                        .collect(Collectors.toMap(FoundUnit::id, Function.identity()));
    }

    /** The unit with that 户号, wherever it is, however the number is written. */
    public Optional<FoundUnit> numbered(String typed) {
        return list("u.number = :number", Map.of("number", number(typed)), 1).stream()
                .findFirst();
    }

    /** Those with these 户号, as they are written on record, wherever they are; one question however many. */
    public Map<String, FoundUnit> numbered(Collection<String> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : list("u.number = ANY (:numbers)", Map.of("numbers", numbers.toArray(String[]::new)), numbers.size())
                        .stream()
                        .collect(Collectors.toMap(FoundUnit::number, Function.identity()));
    }

    /** Those of an area in one of the buildings and with the door of each place, whatever their 单元; one question however many. */
    public List<FoundUnit> withDoors(AreaId area, Collection<UnitPlace.Key> places) {
        return places.isEmpty()
                ? List.of()
                : list(
                        "u.area_id = :area AND (u.building_key, u.door_key) IN (SELECT * FROM unnest(:buildings, :doors))",
                        Map.of(
                                "area",
                                area.value(),
                                "buildings",
                                places.stream().map(UnitPlace.Key::building).toArray(String[]::new),
                                "doors",
                                places.stream().map(UnitPlace.Key::door).toArray(String[]::new)),
                        Integer.MAX_VALUE);
    }

    /**
     * The units of an area that a text may mean: the one with that 户号 or its end; else those at that place (1-101, 1栋1单元101);
     * else all with that door; else those whose payer is called so. In the order of the houses.
     *
     * @param buildings those of the area
     */
    public List<FoundUnit> named(AreaId area, String typed, List<Building> buildings, int most) {
        String number = number(typed);
        String door = NameWriting.of(typed);
        if (number.isEmpty() || door.isEmpty()) {
            return List.of();
        }
        Optional<UnitPlace> said = PlaceText.named(typed, buildings);
        Optional<UnitPlace.Key> place = said.map(UnitPlace::key);
        List<Hit> hits = jdbc.sql(
                        SELECT + ", CASE WHEN u.number = :number THEN 0 WHEN u.number LIKE :end THEN 1"
                                + " WHEN u.building_key = :building AND u.door_key = :placed"
                                + " AND (NOT :entered OR u.entrance_key = :entrance) THEN 2"
                                + " WHEN u.door_key = :door THEN 3 ELSE 4 END AS rank" + FROM
                                + " WHERE u.area_id = :area AND (u.number = :number OR u.number LIKE :end"
                                + " OR u.building_key = :building AND u.door_key = :placed AND (NOT :entered OR u.entrance_key = :entrance)"
                                + " OR u.door_key = :door OR p.name = :name) ORDER BY rank, b.position, u.sort_key, u.id LIMIT :most")
                .param("area", area.value())
                .param("today", LocalDate.now(clock))
                .param("number", number)
                .param("end", number.matches("[0-9]{5,7}") ? "%-" + number : "")
                .param("building", place.map(UnitPlace.Key::building).orElse(""))
                .param("entrance", place.map(UnitPlace.Key::entrance).orElse(""))
                .param("entered", said.filter(at -> !at.entrance().isEmpty()).isPresent())
                .param("placed", place.map(UnitPlace.Key::door).orElse(""))
                .param("door", door)
                .param("name", PersonName.spelled(ChineseText.clean(typed)))
                .param("most", most)
                .query((row, i) -> new Hit(read(row), row.getInt("rank")))
                .list();
        return hits.stream()
                .filter(hit -> hit.rank() == hits.get(0).rank())
                .map(Hit::unit)
                .toList();
    }

    /** The first units of an area whose payer of today is called exactly so, by each of these names; one question however many. */
    public Map<String, List<FoundUnit>> paidBy(AreaId area, Collection<String> names, int most) {
        return names.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(
                                "SELECT * FROM (" + SELECT
                                        + ", row_number() OVER (PARTITION BY p.name ORDER BY b.position, u.sort_key, u.id) AS place"
                                        + FROM
                                        + " WHERE u.area_id = :area AND p.name = ANY (:names)) f WHERE f.place <= :most ORDER BY f.place")
                        .param("area", area.value())
                        .param("names", names.toArray(String[]::new))
                        .param("most", most)
                        .param("today", LocalDate.now(clock))
                        .query((row, i) -> Map.entry(row.getString("payer"), read(row)))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private List<FoundUnit> list(String where, Map<String, Object> params, int most) {
        return jdbc.sql(SELECT + FROM + " WHERE " + where + IN_ORDER)
                .params(params)
                .param("today", LocalDate.now(clock))
                .param("most", most)
                .query((row, i) -> read(row))
                .list();
    }

    private static String number(String typed) {
        return ChineseText.code(typed).toUpperCase(Locale.ROOT);
    }

    private static FoundUnit read(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        String mobile = row.getString("mobile");
        return new FoundUnit(
                new UnitId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new AreaId(row.getObject("area_id", UUID.class)),
                UnitPlace.read(row),
                new FloorArea(row.getLong("floor_area")),
                UnitUse.valueOf(row.getString("use")),
                row.getBoolean("lift"),
                kind == null
                        ? null
                        : new Payer(
                                PayerKind.valueOf(kind),
                                row.getString("payer"),
                                mobile == null ? null : new MobileNumber(mobile)));
    }
}
