package org.maintenancefund.disclosure.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.Settings;
import org.maintenancefund.city.YesNo;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitPlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 房号, told where the city has decided so; nobody's name, whatever is decided. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class PublishedDoors {

    private final Settings settings;
    private final JdbcClient jdbc;

    /** Whether what is published from now on tells doors. */
    boolean areTold() {
        return settings.find(Setting.PUBLISHED_DOORS)
                .filter(YesNo.YES.name()::equals)
                .isPresent();
    }

    /** What would be told of a month now; empty where doors are not told. */
    Optional<List<OpenDoor>> now(AreaId area, YearMonth month) {
        return areTold()
                ? Optional.of(ask(
                        "SELECT d.building, d.entrance, d.door, d.open FROM publication_open_doors(:area, :month) d ORDER BY d.place",
                        area,
                        month))
                : Optional.empty();
    }

    /** What a publication tells, as it was then; empty where it tells no doors. */
    Optional<List<OpenDoor>> of(PublicationView publication) {
        return publication.doors()
                ? Optional.of(ask(
                        "SELECT d.building, d.entrance, d.door, d.open FROM publication_door d WHERE d.area_id = :area"
                                + " AND d.month = :month ORDER BY d.place",
                        publication.area(),
                        publication.month()))
                : Optional.empty();
    }

    private List<OpenDoor> ask(String statement, AreaId area, YearMonth month) {
        return jdbc.sql(statement)
                .param("area", area.value())
                .param("month", month.atDay(1))
                .query((row, i) -> read(row))
                .list();
    }

    private static OpenDoor read(ResultSet row) throws SQLException {
        return new OpenDoor(
                new UnitPlace(row.getString("building"), row.getString("entrance"), null, row.getString("door")),
                new Money(row.getLong("open")));
    }
}
