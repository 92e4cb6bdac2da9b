package org.maintenancefund.unit.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.importing.KilledImport;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** 房屋底册导入, killed while the last unit is registered: those before it are written already, where nobody else sees them. */
class UnitImportLaunchTests extends KilledImport {

    private static final int FIRST = 100;

    @Autowired
    AreaRegister register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UnitService units;

    private final AUnitSheet sheet = new AUnitSheet();
    private ManagedArea area;
    private UnitId first;

    @Override
    protected void prepare() {
        area = ManagedArea.named("断房苑", world, register, transaction, "1 栋");
        first = units.register(
                area.id(), AUnit.at("1 栋", Integer.toString(FIRST)).told(), area.ofOffice());
        IntStream.rangeClosed(1, ROWS).forEach(row -> sheet.flat(Integer.toString(FIRST + row)));
    }

    @Override
    protected UUID uploaded() {
        return sheet.uploadedWith(mvc, area.id(), area.ofOffice());
    }

    /** Who registers a unit behind the last door waits for what becomes of this one. */
    @Override
    protected void hold(Connection other) throws SQLException {
        String door = Integer.toString(FIRST + ROWS);
        try (PreparedStatement unit = other.prepareStatement(
                "INSERT INTO unit SELECT (jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(),"
                        + " 'number', 'ZZ-99999-99999', 'door', ?, 'door_key', ?, 'sort_key', ?))).* FROM unit u"
                        + " WHERE u.id = ?")) {
            for (int i = 1; i <= 3; i++) {
                unit.setString(i, door);
            }
            unit.setObject(4, first.value());
            assertThat(unit.executeUpdate()).isEqualTo(1);
        }
    }

    @Override
    protected String waitsIn() {
        return "insert into unit ";
    }

    @Override
    protected void nothingIsThere() {
        assertThat(doors()).containsExactly("00001 " + FIRST);
    }

    @Override
    protected void eachRowIsThereOnce() {
        assertThat(doors())
                .containsExactlyElementsOf(IntStream.rangeClosed(0, ROWS)
                        .mapToObj(row -> "%05d %d".formatted(row + 1, FIRST + row))
                        .toList());
    }

    /** Numbers and doors, in the order of the numbers. */
    private List<String> doors() {
        return jdbc.sql("SELECT right(number, 5) || ' ' || door FROM unit WHERE area_id = :area ORDER BY number")
                .param("area", area.id().value())
                .query(String.class)
                .list();
    }
}
