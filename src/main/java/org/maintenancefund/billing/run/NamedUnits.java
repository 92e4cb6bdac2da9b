package org.maintenancefund.billing.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitPlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Units as bills name them: by 户号 and place. */
@Component
@RequiredArgsConstructor
public class NamedUnits {

    /** The columns of a place, of {@code u}. */
    static final String PLACE = "u.building, u.entrance, u.floor, u.door";

    /** Building by building, in the order of the doors. */
    static final List<Keyset.Key> ORDER = List.of(
            new Keyset.Key("u.building_position", Integer.class),
            new Keyset.Key("u.sort_key", String.class),
            new Keyset.Key("u.unit_id", UUID.class));

    private final JdbcClient jdbc;

    /**
     * A unit.
     *
     * @param number 户号
     * @param area   that it belongs to today
     */
    public record NamedUnit(UnitId id, String number, AreaId area, UnitPlace place) {}

    /** Throws {@link NotFound} where there is none. */
    public NamedUnit get(UnitId id) {
        return jdbc.sql("SELECT u.unit_id, u.number, u.area_id, " + PLACE + " FROM named_unit u WHERE u.unit_id = :id")
                .param("id", id.value())
                .query((row, i) -> new NamedUnit(
                        new UnitId(row.getObject("unit_id", UUID.class)),
                        row.getString("number"),
                        new AreaId(row.getObject("area_id", UUID.class)),
                        place(row)))
                .optional()
                .orElseThrow(() -> new NotFound("unit " + id));
    }

    static UnitPlace place(ResultSet row) throws SQLException {
        return UnitPlace.read(row);
    }
}
