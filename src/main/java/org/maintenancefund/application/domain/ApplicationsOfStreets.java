package org.maintenancefund.application.domain;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.city.DistrictReference;
import org.maintenancefund.city.Street;
import org.maintenancefund.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applications are found by the street they are about; a new area's lies there before there is an area. */
@Component
@Order(2)
@RequiredArgsConstructor
class ApplicationsOfStreets implements DistrictReference {

    private final JdbcClient jdbc;

    @Override
    public Optional<Reason> whyKept(DistrictId district, Street street) {
        boolean any = jdbc.sql("SELECT EXISTS (SELECT FROM application"
                        + " WHERE district_id = :district AND street_id = :street)")
                .param("district", district.value())
                .param("street", street.id().value())
                .query(Boolean.class)
                .single();
        return any ? Optional.of(Reason.of("application.street.kept", street.name())) : Optional.empty();
    }
}
