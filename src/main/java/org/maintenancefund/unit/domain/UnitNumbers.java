package org.maintenancefund.unit.domain;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 户号: the area's number and a running number of that area. Given once and never again, also where the unit moves into another
 * area with a merge.
 */
@Component
@RequiredArgsConstructor
class UnitNumbers {

    private final JdbcClient jdbc;

    /**
     * Takes the next numbers of the area. Others who register there wait until the transaction ends; rolled back, the numbers
     * are given again, which nobody has seen.
     *
     * @return the first of them
     */
    @Transactional(propagation = Propagation.MANDATORY)
    int take(AreaView area, int amount) {
        return jdbc.sql("""
                        INSERT INTO unit_number AS numbers (area_id, last_number)
                        VALUES (:area, :amount)
                        ON CONFLICT (area_id) DO UPDATE SET last_number = numbers.last_number + :amount
                        RETURNING last_number
                        """)
                        .param("area", area.id().value())
                        .param("amount", amount)
                        .query(Integer.class)
                        .single()
                - amount
                + 1;
    }

    /** Lets others who register in the area wait until the transaction ends, before it is known how many numbers are taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(AreaView area) {
        take(area, 0);
    }

    /** DH-00236 and 17 are DH-00236-00017; beyond 99,999 the number grows by a digit. */
    static String of(AreaView area, int number) {
        return "%s-%05d".formatted(area.code(), number);
    }
}
