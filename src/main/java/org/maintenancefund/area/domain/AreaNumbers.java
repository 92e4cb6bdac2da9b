package org.maintenancefund.area.domain;

import org.maintenancefund.city.DistrictCentre;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives areas their running number in the district: distinct and without gaps, whoever else enters one just now. */
@Component
class AreaNumbers {

    private final JdbcClient jdbc;

    AreaNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next number. The district keeps its letters from the first one on. Others of the same district wait until the transaction ends; rolled back,
     * it is given again.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    int next(DistrictCentre district) {
        return jdbc.sql("""
                        INSERT INTO area_number AS numbers (district_id, district_code, last_number)
                        VALUES (:district, :letters, 1)
                        ON CONFLICT (district_id) DO UPDATE SET last_number = numbers.last_number + 1
                        RETURNING last_number
                        """)
                .param("district", district.id().value())
                .param("letters", district.code())
                .query(Integer.class)
                .single();
    }
}
