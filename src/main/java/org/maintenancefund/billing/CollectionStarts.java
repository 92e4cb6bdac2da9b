package org.maintenancefund.billing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From which month on the fund of an area is collected (开通). */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class CollectionStarts {

    private final JdbcClient jdbc;

    /** The first month that is billed; empty where the area is not opened. */
    public Optional<YearMonth> firstMonth(AreaId area) {
        return jdbc.sql("SELECT first_month FROM collection_start WHERE area_id = :area")
                .param("area", area.value())
                .query(LocalDate.class)
                .optional()
                .map(YearMonth::from);
    }
}
