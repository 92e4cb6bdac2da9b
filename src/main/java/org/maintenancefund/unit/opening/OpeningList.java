package org.maintenancefund.unit.opening;

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
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.Building;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.search.NameWriting;
import org.maintenancefund.unit.Replenishment;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitPlace;
import org.maintenancefund.unit.domain.CurrentFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Units with their opening balances, building by building: all of an area, or those of a sheet. */
@Component
@RequiredArgsConstructor
public class OpeningList {

    private static final String COLUMNS = "u.id, u.number, u.area_id, b.name AS building, u.entrance, u.floor, u.door,"
            + " v.liable, l.sheet_id, l.original, l.balance, l.entered_by_name";

    private static final String FROM =
            "FROM unit u JOIN named_building b ON b.area_id = u.area_id AND b.name_key = u.building_key"
                    + CurrentFacts.JOIN_VERSION + " LEFT JOIN opening_line l ON l.unit_id = u.id";

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

    /**
     * A unit of a list.
     *
     * @param liable whether it has to pay
     * @param line   null where nothing is entered
     */
    public record Row(
            UnitId id,
            String number,
            AreaId area,
            UnitPlace place,
            boolean liable,
            @Nullable Line line) {}

    /**
     * Its opening balance.
     *
     * @param enteredBy the name of who entered it last
     */
    public record Line(OpeningId sheet, @Nullable Money original, Money balance, String enteredBy) {

        public Replenishment replenishment() {
            return Replenishment.of(original, balance);
        }

        public boolean isHigh() {
            return OpeningDoubts.about(original, balance).isPresent();
        }
    }

    /**
     * What a list is narrowed down to.
     *
     * @param text part of 户号, or of building and door; empty for all
     */
    public record Filter(String text, Optional<Building> building, Optional<LineKind> kind) {}

    /** All units of the area. */
    public Listing<Row> ofArea(AreaId area, Filter wanted) {
        return list(new Conditions().and("u.area_id = :area", "area", area.value()), wanted);
    }

    /** Those that have a line in the sheet. */
    public Listing<Row> ofSheet(OpeningView sheet, Filter wanted) {
        return list(
                new Conditions()
                        .and("u.area_id = :area", "area", sheet.area().value())
                        .and("l.sheet_id = :sheet", "sheet", sheet.id().value()),
                wanted);
    }

    private Listing<Row> list(Conditions where, Filter wanted) {
        where.bind("today", LocalDate.now(clock))
                .equal("u.building_key", wanted.building().map(Building::key));
        wanted.kind().ifPresent(kind -> where.and("(" + kind.condition + ")"));
        String text = wanted.text();
        if (!text.isEmpty()) {
            String key = NameWriting.of(text);
            where.and("(strpos(lower(u.number), :number) > 0 OR strpos(u.building_key || u.door_key, :place) > 0)")
                    .bind("number", ChineseText.code(text).toLowerCase(Locale.ROOT))
                    .bind("place", key.isEmpty() ? text : key);
        }
        return ROWS.where(jdbc, where);
    }

    /** The units of these numbers, of whatever area; one question for many rows of a spreadsheet. */
    public Map<String, Row> numbered(Collection<String> numbers) {
        return jdbc
                .sql("SELECT " + COLUMNS + " " + FROM + " WHERE u.number = ANY (:numbers)")
                .param("today", LocalDate.now(clock))
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, i) -> read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::number, Function.identity()));
    }

    /** The units of an area that have to pay, and the others that have a line already, for the template. */
    public List<Row> toFillIn(AreaId area) {
        return jdbc.sql("SELECT " + COLUMNS + " " + FROM
                        + " WHERE u.area_id = :area AND (v.liable OR l.unit_id IS NOT NULL)"
                        + " ORDER BY b.position, u.sort_key, u.id")
                .param("area", area.value())
                .param("today", LocalDate.now(clock))
                .query((row, i) -> read(row))
                .list();
    }

    private static Row read(ResultSet row) throws SQLException {
        UUID sheet = row.getObject("sheet_id", UUID.class);
        return new Row(
                new UnitId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new AreaId(row.getObject("area_id", UUID.class)),
                UnitPlace.read(row),
                row.getBoolean("liable"),
                sheet == null ? null : line(new OpeningId(sheet), row));
    }

    private static Line line(OpeningId sheet, ResultSet row) throws SQLException {
        Long original = row.getObject("original", Long.class);
        return new Line(
                sheet,
                original == null ? null : new Money(original),
                new Money(row.getLong("balance")),
                row.getString("entered_by_name"));
    }
}
