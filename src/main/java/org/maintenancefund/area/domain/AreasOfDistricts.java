package org.maintenancefund.area.domain;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.city.DistrictReference;
import org.maintenancefund.city.Street;
import org.maintenancefund.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Areas lie in a street, merged ones too, and carry the letters of their district. */
@Component
@Order(1)
@RequiredArgsConstructor
class AreasOfDistricts implements DistrictReference {

    private final JdbcClient jdbc;

    @Override
    public Optional<Reason> whyKept(DistrictId district, Street street) {
        int areas = jdbc.sql("SELECT count(*) FROM area WHERE street_id = :street")
                .param("street", street.id().value())
                .query(Integer.class)
                .single();
        return areas == 0 ? Optional.empty() : Optional.of(Reason.of("area.street.kept", street.name(), areas));
    }

    @Override
    public Optional<Reason> whyLettersKept(DistrictId district) {
        boolean numbered = jdbc.sql("SELECT EXISTS (SELECT FROM area_number WHERE district_id = :district)")
                .param("district", district.value())
                .query(Boolean.class)
                .single();
        return numbered ? Optional.of(Reason.of("area.letters.kept")) : Optional.empty();
    }
}
