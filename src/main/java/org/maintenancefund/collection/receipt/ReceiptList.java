package org.maintenancefund.collection.receipt;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.billing.SeenMonths;
import org.maintenancefund.collection.SeenReceipts;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.search.NameWriting;
import org.maintenancefund.unit.PlaceText;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitPlace;
import org.maintenancefund.web.ListFilter.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The receipts of an area, the latest first. */
@Component
@RequiredArgsConstructor
public class ReceiptList {

    private static final Keyset<Row> ROWS = new Keyset<>(
            "r.number, r.unit_id, u.number AS unit_number, u.building, u.entrance, u.floor, u.door, r.amount, "
                    + SeenReceipts.ALLOCATED + " AS allocated, r.received_on,"
                    + " r.way, r.payer_kind, r.payer_name, r.external_number, r.fiscal_number, r.note, r.recorded_at,"
                    + " r.recorded_by_name, " + ReceiptState.COLUMN + " AS state",
            "FROM receipt r JOIN named_unit u ON u.unit_id = r.unit_id",
            List.of(new Keyset.Key("r.received_on", LocalDate.class), new Keyset.Key("r.number", String.class)),
            true,
            (row, i) -> read(row));

    /** 预存 as it was when the last of the months was over. */
    private static final String PREPAID_THEN =
            "r.amount > " + SeenReceipts.ALLOCATED + " AND NOT r.reversed AND r.reverses IS NULL";

    private final PropertyAreas areas;
    private final JdbcClient jdbc;

    /**
     * A receipt of a list.
     *
     * @param left 预存: what is left of it
     */
    public record Row(
            ReceiptNumber number,
            UnitId unit,
            String unitNumber,
            UnitPlace place,
            Money amount,
            Money left,
            LocalDate receivedOn,
            PaymentWay way,
            ReceivedFrom from,
            String payer,
            @Nullable String externalNumber,
            @Nullable String fiscalNumber,
            String note,
            Instant recordedAt,
            String recordedByName,
            ReceiptState state) {}

    /**
     * What a list is narrowed down to.
     *
     * @param text    part of a number (收款编号, 户号, 外部流水号), a place however it is written, or the payer's name; empty for all
     * @param person  who recorded it
     * @param prepaid those alone of which something is left
     */
    public record Filter(
            String text,
            Period days,
            Optional<PaymentWay> way,
            Optional<String> person,
            Optional<ReceiptState> state,
            Optional<BuildingChoice> building,
            boolean prepaid) {}

    /**
     * What a list can be narrowed down to.
     *
     * @param people    who recorded, by name
     * @param buildings of the area, in the order of their names
     */
    public record Choices(List<String> people, List<BuildingChoice> buildings) {}

    /** A building by its name. */
    public record BuildingChoice(String key, String name) {}

    public Listing<Row> of(AreaId area, SeenMonths months, Filter wanted) {
        Conditions where = new Conditions()
                .and("r.area_id = :area", "area", area.value())
                .equal("r.way", wanted.way())
                .equal("r.recorded_by_name", wanted.person())
                .equal("u.building_key", wanted.building().map(BuildingChoice::key));
        wanted.days().first().ifPresent(day -> where.and("r.received_on >= :first", "first", day));
        wanted.days().last().ifPresent(day -> where.and("r.received_on <= :last", "last", day));
        wanted.state().ifPresent(state -> where.and(ReceiptState.COLUMN + " = :state", "state", state.name()));
        if (wanted.prepaid()) {
            where.and(months.all() ? ReceiptAllocations.PREPAID : PREPAID_THEN);
        }
        if (!months.all()) {
            where.and(SeenReceipts.CONDITION);
        }
        where.bind("seen_all", months.all())
                .bind("seen_enterprise", months.enterprise())
                .bind("seen_months", months.firstDays());
        return ROWS.where(
                jdbc, wanted.text().isEmpty() ? where : withText(wanted.text(), areas.buildings(area), where));
    }

    /** What there is to choose from: who recorded receipts of those months in the area, and its buildings. */
    public Choices choices(AreaId area, SeenMonths months) {
        return SeenReceipts.bind(
                        jdbc.sql(
                                "SELECT ARRAY(SELECT DISTINCT r.recorded_by_name FROM receipt r WHERE r.area_id = :area AND "
                                        + SeenReceipts.CONDITION + " ORDER BY r.recorded_by_name) AS people,"
                                        + " ARRAY(SELECT b.name_key FROM named_building b WHERE b.area_id = :area ORDER BY b.position) AS keys,"
                                        + " ARRAY(SELECT b.name FROM named_building b WHERE b.area_id = :area ORDER BY b.position) AS names"),
                        months)
                .param("area", area.value())
                .query((row, i) ->
                        new Choices(words(row, "people"), buildings(words(row, "keys"), words(row, "names"))))
                .single();
    }

    private static List<BuildingChoice> buildings(List<String> keys, List<String> names) {
        return IntStream.range(0, keys.size())
                .mapToObj(at -> new BuildingChoice(keys.get(at), names.get(at)))
                .toList();
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Conditions withText(String text, List<Building> buildings, Conditions where) {
        Optional<UnitPlace.Key> place = PlaceText.named(text, buildings).map(UnitPlace::key);
        String key = NameWriting.of(text);
        return where.and("(strpos(lower(r.number), :code) > 0 OR strpos(lower(u.number), :code) > 0"
                        + " OR r.external_number = :external OR strpos(u.building_key || u.door_key, :place) > 0"
                        + " OR strpos(r.payer_name, :name) > 0 OR u.building_key = :named_building"
                        + " AND u.door_key = :named_door AND (:named_entrance IN ('', u.entrance_key)))")
                .bind("code", ChineseText.code(text).toLowerCase(Locale.ROOT))
                .bind("external", NewReceipt.externalNumber(text))
                .bind("place", key.isEmpty() ? text : key)
                .bind("name", PersonName.spelled(text))
                .bind("named_building", place.map(UnitPlace.Key::building).orElse(""))
                .bind("named_entrance", place.map(UnitPlace.Key::entrance).orElse(""))
                .bind("named_door", place.map(UnitPlace.Key::door).orElse(""));
    }

    private static Row read(ResultSet row) throws SQLException {
        ReceiptState state = ReceiptState.valueOf(row.getString("state"));
        Money amount = new Money(row.getLong("amount"));
        return new Row(
                new ReceiptNumber(row.getString("number")),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("unit_number"),
                UnitPlace.read(row),
                amount,
                state.isLive() ? amount.minus(new Money(row.getLong("allocated"))) : Money.ZERO,
                row.getObject("received_on", LocalDate.class),
                PaymentWay.valueOf(row.getString("way")),
                ReceivedFrom.valueOf(row.getString("payer_kind")),
                row.getString("payer_name"),
                row.getString("external_number"),
                row.getString("fiscal_number"),
                row.getString("note"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by_name"),
                state);
    }
}
