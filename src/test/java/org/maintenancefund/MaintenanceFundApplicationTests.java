package org.maintenancefund;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class MaintenanceFundApplicationTests {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theApplicationStartsOnPostgreSql17() {
        assertThat(jdbc.sql("SHOW server_version").query(String.class).single()).startsWith("17.");
    }

    @Test
    void everyMigrationRan() {
        assertThat(jdbc.sql("SELECT count(*) FROM flyway_schema_history WHERE NOT success")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT version FROM flyway_schema_history ORDER BY installed_rank LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("010");
    }

    /** Under the locale C the trigram index would see no Chinese characters at all. */
    @Test
    void trigramsSeeChineseCharacters() {
        assertThat(jdbc.sql("SELECT cardinality(show_trgm('和谐花园'))")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void theApplicationIsNoSuperuser() {
        assertThat(jdbc.sql("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }
}
