package org.maintenancefund.enterprise.domain;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many matches wait in all districts together. */
@Component
public class EnterpriseMatchCount {

    private final JdbcClient jdbc;

    EnterpriseMatchCount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long open() {
        return jdbc.sql("SELECT count(*) FROM enterprise_match WHERE state = 'OPEN'")
                .query(Long.class)
                .single();
    }
}
