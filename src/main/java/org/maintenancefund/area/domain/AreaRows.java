package org.maintenancefund.area.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaState;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.FloorAreas;
import org.maintenancefund.area.FundAccount;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Street;
import org.maintenancefund.city.StreetId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads rows of {@code area} as views; the names of district and street come from the city's kept list. */
@Component
@RequiredArgsConstructor
public class AreaRows implements RowMapper<AreaView> {

    /** What a row is made of, without the keys it is found by, which are longer; the table is called {@code a}. */
    static final String COLUMNS = "a.id, a.code, a.name, a.district_id, a.street_id, a.community, a.address,"
            + " a.parcel_numbers, a.type, a.total_floor_area, a.residential_floor_area, a.commercial_floor_area,"
            + " a.other_floor_area, a.buildings, a.households, a.year_built, a.fund_bank, a.fund_account_name,"
            + " a.fund_account_number, a.state, a.merged_into, a.version,"
            + " ARRAY(SELECT l.name FROM area_alias l WHERE l.area_id = a.id ORDER BY l.position) AS aliases";

    /** To be followed by FROM. */
    public static final String SELECT = "SELECT " + COLUMNS + " ";

    /** The way of the area {@code :id} into the one that stands for it today, of a recursive query called {@code way}. */
    public static final String WAY = "SELECT id, merged_into FROM area WHERE id = :id"
            + " UNION SELECT n.id, n.merged_into FROM area n JOIN way ON n.id = way.merged_into";

    private final Districts districts;

    @Override
    public AreaView mapRow(ResultSet row, int rowNumber) throws SQLException {
        DistrictCentre centre = centre(row);
        UUID mergedInto = row.getObject("merged_into", UUID.class);
        return new AreaView(
                new AreaId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("name"),
                texts(row.getArray("aliases")),
                centre.id(),
                centre.name(),
                street(row),
                streetName(row),
                row.getString("community"),
                row.getString("address"),
                texts(row.getArray("parcel_numbers")),
                AreaType.valueOf(row.getString("type")),
                floorAreas(row),
                row.getInt("buildings"),
                row.getInt("households"),
                row.getObject("year_built", Integer.class),
                fundAccount(row),
                AreaState.valueOf(row.getString("state")),
                mergedInto == null ? null : new AreaId(mergedInto),
                row.getInt("version"));
    }

    /** The name of the street of a row that has {@code district_id} and {@code street_id}. */
    public String streetName(ResultSet row) throws SQLException {
        return centre(row).street(street(row)).map(Street::name).orElse("");
    }

    private DistrictCentre centre(ResultSet row) throws SQLException {
        return districts.get(new DistrictId(row.getObject("district_id", UUID.class)));
    }

    private static StreetId street(ResultSet row) throws SQLException {
        return new StreetId(row.getObject("street_id", UUID.class));
    }

    private static FloorAreas floorAreas(ResultSet row) throws SQLException {
        return new FloorAreas(
                row.getBigDecimal("total_floor_area"),
                row.getBigDecimal("residential_floor_area"),
                row.getBigDecimal("commercial_floor_area"),
                row.getBigDecimal("other_floor_area"));
    }

    private static @Nullable FundAccount fundAccount(ResultSet row) throws SQLException {
        String number = row.getString("fund_account_number");
        return number == null
                ? null
                : new FundAccount(row.getString("fund_bank"), row.getString("fund_account_name"), number);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
