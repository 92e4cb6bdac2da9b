package org.maintenancefund.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.search.NameWriting;

/**
 * Where a unit is within its area; {@link PlaceText} reads it.
 *
 * @param building name of the building, as the area's community information has it
 * @param entrance 单元 without that word: 1, 甲; empty where the building has one only or none
 * @param floor    层; null where nobody told
 * @param door     房号 without building and 单元: 101, 商-01
 */
public record UnitPlace(
        String building, String entrance, @Nullable Integer floor, String door) {

    private static final String FIRST_ENTRANCE = "1";

    /** The one of a row, as {@code named_unit} calls its parts. */
    public static UnitPlace read(ResultSet row) throws SQLException {
        return new UnitPlace(
                row.getString("building"),
                row.getString("entrance"),
                row.getObject("floor", Integer.class),
                row.getString("door"));
    }

    /**
     * What two places of an area never have the same, however they are written.
     *
     * @param entrance empty for the first one: where a building has no other, some write it and some don't
     */
    public record Key(String building, String entrance, String door) {}

    public Key key() {
        return new Key(
                ChineseText.fold(building), entrance.equals(FIRST_ENTRANCE) ? "" : entrance, NameWriting.of(door));
    }

    /** 1 栋 2 单元 101. */
    public String shown() {
        return Stream.of(building, entranceName(), door)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** 2 单元; empty without one. */
    public String entranceName() {
        return entrance.isEmpty() ? "" : Messages.of("unit.entrance", entrance);
    }

    @Override
    public String toString() {
        return shown();
    }
}
