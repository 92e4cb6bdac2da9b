package org.maintenancefund.committee.domain;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes each night which terms are over. A committee stays in office until 换届 or 注销. */
@Component
public class CommitteeTerms {

    private final JdbcClient jdbc;
    private final Clock clock;

    CommitteeTerms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** 在任 committees whose last day is behind us become 已届满. One statement: two instances can't do it twice. */
    @Transactional
    public int markExpired() {
        return jdbc.sql("UPDATE committee SET status = 'EXPIRED', version = version + 1"
                        + " WHERE status = 'IN_OFFICE' AND term_end < :today")
                .param("today", Date.valueOf(LocalDate.now(clock)))
                .update();
    }
}
