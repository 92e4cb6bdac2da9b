package org.maintenancefund.billing.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.SeenMonths;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.search.NameWriting;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitPlace;
import org.maintenancefund.web.ListFilter.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The bills of the units that an area has today, whichever area they were in when they were billed; for who collected there before
 * only those that were made where they collected.
 */
@Component
@RequiredArgsConstructor
public class BillList {

    /** Who paid for the unit {@code u} when the month of the bill {@code x} began, {@code w}. */
    private static final String JOIN_PAYER = " LEFT JOIN LATERAL (SELECT y.name FROM unit_payer_name y"
            + " WHERE y.unit_id = u.unit_id AND y.valid_from <= x.period ORDER BY y.valid_from DESC LIMIT 1) w ON true";

    /** Who pays for it today, {@code z}. */
    private static final String JOIN_PAYER_TODAY = " LEFT JOIN LATERAL (SELECT y.name FROM unit_payer_name y"
            + " WHERE y.unit_id = u.unit_id AND y.valid_from <= :today ORDER BY y.valid_from DESC LIMIT 1) z ON true";

    private static final String FROM = "FROM named_unit u JOIN bill x ON x.unit_id = u.unit_id";

    private static final Keyset<Row> ROWS = rows("w.name", FROM + JOIN_PAYER);

    /** For notices, which are sent to who pays today. */
    private static final Keyset<Row> ROWS_OF_TODAY = rows("z.name", FROM + JOIN_PAYER + JOIN_PAYER_TODAY);

    /** Fifty years. */
    private static final int MOST_OF_UNIT = 600;

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * A bill of a list.
     *
     * @param payer who paid for the unit in the month of the bill, or who pays today where a notice is to be written; or null
     */
    public record Row(
            UnitId unit,
            String number,
            UnitPlace place,
            @Nullable String payer,
            BillRow bill) {}

    /**
     * What a list of bills is narrowed down to.
     *
     * @param text      part of 户号, of building and door, or of the payer's name; empty for all
     * @param months    the days that the first of the month lies in
     * @param company   by whose mandate they were made
     * @param arrears   only what is open of months before this one
     * @param adjusting only those of which an adjustment waits for its second person
     */
    public record Filter(
            String text,
            Optional<YearMonth> month,
            Optional<BillState> state,
            Optional<BuildingChoice> building,
            boolean arrears,
            boolean adjusting,
            Period months,
            Optional<UUID> company) {}

    /**
     * What a list can be narrowed down to.
     *
     * @param months    that there are runs of, the latest first
     * @param buildings of the area, in the order of their names
     */
    public record Choices(List<YearMonth> months, List<BuildingChoice> buildings) {}

    /** A building by its name. */
    public record BuildingChoice(String key, String name) {}

    /** What an area was billed and has paid. */
    public record Sums(Money due, Money paid) {

        public Money open() {
            return due.minus(paid);
        }
    }

    public Listing<Row> of(AreaId area, SeenMonths seen, Filter wanted) {
        return ROWS.where(jdbc, conditions(area, seen, wanted));
    }

    /** Those of them that something is open of, in the same order. */
    public List<Row> open(AreaId area, SeenMonths seen, Filter wanted, int most) {
        Conditions where = conditions(area, seen, wanted).and("x.allocated < x.amount + x.adjusted");
        return ofNotices(seen, where).slice(Cursor.start(), most).items();
    }

    /** What is open of one unit, the earliest first. */
    public List<Row> openOf(UnitId unit, SeenMonths seen) {
        Conditions where =
                narrowed(seen).and("u.unit_id = :unit AND x.allocated < x.amount + x.adjusted", "unit", unit.value());
        return ofNotices(seen, where).slice(Cursor.start(), MOST_OF_UNIT).items();
    }

    /** Who came after the months that a person sees is not theirs to know. */
    private Listing<Row> ofNotices(SeenMonths seen, Conditions where) {
        return seen.all()
                ? ROWS_OF_TODAY.where(jdbc, where.bind("today", LocalDate.now(clock)))
                : ROWS.where(jdbc, where);
    }

    /** The sums of the same bills. */
    public Sums sums(AreaId area, SeenMonths seen, Filter wanted) {
        Conditions where = conditions(area, seen, wanted);
        return jdbc.sql("SELECT coalesce(sum(x.amount + x.adjusted), 0), coalesce(sum(x.allocated), 0) " + FROM
                        + (wanted.text().isEmpty() ? "" : JOIN_PAYER) + " WHERE true" + where.sql())
                .params(where.params())
                .query((row, i) -> new Sums(new Money(row.getLong(1)), new Money(row.getLong(2))))
                .single();
    }

    /** What there is to choose from. */
    public Choices choices(AreaId area, SeenMonths seen) {
        return jdbc.sql(
                        "SELECT ARRAY(SELECT DISTINCT r.period FROM billing_run r WHERE r.area_id = :area"
                                + " AND r.state = 'BILLED' ORDER BY r.period DESC) AS months,"
                                + " ARRAY(SELECT b.name_key FROM named_building b WHERE b.area_id = :area ORDER BY b.position) AS keys,"
                                + " ARRAY(SELECT b.name FROM named_building b WHERE b.area_id = :area ORDER BY b.position) AS names")
                .param("area", area.value())
                .query((row, i) -> new Choices(
                        OpenedAreas.months(row.getArray("months")).stream()
                                .filter(seen::contains)
                                .toList(),
                        buildings((String[]) row.getArray("keys").getArray(), (String[])
                                row.getArray("names").getArray())))
                .single();
    }

    private static List<BuildingChoice> buildings(String[] keys, String[] names) {
        return IntStream.range(0, keys.length)
                .mapToObj(at -> new BuildingChoice(keys[at], names[at]))
                .toList();
    }

    private Conditions conditions(AreaId area, SeenMonths seen, Filter wanted) {
        Conditions where = narrowed(seen)
                .and("u.area_id = :area", "area", area.value())
                .equal("x.period", wanted.month().map(month -> month.atDay(1)))
                .equal("u.building_key", wanted.building().map(BuildingChoice::key));
        wanted.state().ifPresent(state -> where.and(state.condition()));
        wanted.months().first().ifPresent(day -> where.and("x.period >= :first", "first", day));
        wanted.months().last().ifPresent(day -> where.and("x.period <= :last", "last", day));
        wanted.company()
                .ifPresent(company -> where.and(
                        "EXISTS (SELECT FROM billing_run q WHERE q.id = x.run_id AND q.enterprise_id = :company)",
                        "company",
                        company));
        if (wanted.arrears()) {
            where.and(
                    "x.period < :this_month AND x.allocated < x.amount + x.adjusted",
                    "this_month",
                    YearMonth.now(clock).atDay(1));
        }
        if (wanted.adjusting()) {
            where.and("EXISTS (SELECT FROM bill_adjustment j WHERE j.unit_id = x.unit_id AND j.period = x.period"
                    + " AND j.state = 'PROPOSED')");
        }
        return wanted.text().isEmpty() ? where : withText(wanted.text(), where);
    }

    private static Conditions narrowed(SeenMonths seen) {
        Conditions where = new Conditions();
        return seen.all()
                ? where
                : where.and(SeenMonths.among("x"), "seen_all", false)
                        .bind("seen_areas", seen.areas())
                        .bind("seen_months", seen.firstDays());
    }

    private static Keyset<Row> rows(String payer, String from) {
        return new Keyset<>(
                "u.unit_id, u.number, " + NamedUnits.PLACE + ", " + payer + " AS payer, " + BillRow.COLUMNS,
                from,
                Stream.concat(NamedUnits.ORDER.stream(), Stream.of(new Keyset.Key("x.period", LocalDate.class)))
                        .toList(),
                false,
                (row, i) -> read(row));
    }

    private static Conditions withText(String text, Conditions where) {
        String place = NameWriting.of(text);
        return where.and("(strpos(lower(u.number), :number) > 0 OR strpos(u.building_key || u.door_key, :place) > 0"
                        + " OR strpos(w.name, :name) > 0)")
                .bind("number", ChineseText.code(text).toLowerCase(Locale.ROOT))
                .bind("place", place.isEmpty() ? text : place)
                .bind("name", text);
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("number"),
                NamedUnits.place(row),
                row.getString("payer"),
                BillRow.read(row));
    }
}
