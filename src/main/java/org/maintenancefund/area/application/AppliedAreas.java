package org.maintenancefund.area.application;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.application.SubjectName;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Street;
import org.maintenancefund.city.StreetId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names of what applications are about: a new area is nowhere but in them. */
@Component
class AppliedAreas {

    private final JdbcClient jdbc;
    private final Districts districts;

    AppliedAreas(JdbcClient jdbc, Districts districts) {
        this.jdbc = jdbc;
        this.districts = districts;
    }

    Map<UUID, SubjectName> names(Collection<UUID> subjects) {
        Map<UUID, SubjectName> names = new HashMap<>();
        if (!subjects.isEmpty()) {
            jdbc.sql(
                            "SELECT a.subject_id, coalesce(o.name, a.title), a.district_id, coalesce(o.street_id, a.street_id)"
                                    + " FROM application a LEFT JOIN area o ON o.id = a.subject_id WHERE a.kind = 'AREA_APPLICATION' AND a.subject_id IN (:subjects) ORDER BY a.number")
                    .param("subjects", subjects)
                    .query(row -> {
                        names.put(
                                row.getObject(1, UUID.class),
                                new SubjectName(
                                        row.getString(2),
                                        street(row.getObject(3, UUID.class), row.getObject(4, UUID.class))));
                    });
        }
        return names;
    }

    private String street(UUID district, UUID street) {
        return districts
                .get(new DistrictId(district))
                .street(new StreetId(street))
                .map(Street::name)
                .orElse("");
    }
}
