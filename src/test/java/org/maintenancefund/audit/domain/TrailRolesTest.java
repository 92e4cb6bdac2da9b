package org.maintenancefund.audit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.test.TestPostgres;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What the application's own database role can do with the trail and the books, beside that of the owner. */
class TrailRolesTest {

    private final JdbcClient application = client(TestPostgres.server().newDatabaseForApplication());

    private static JdbcClient client(JdbcConnectionDetails database) {
        return JdbcClient.create(
                new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword()));
    }

    private void addEntry() {
        application
                .sql("INSERT INTO audit_entry (id, occurred_at, action, result, changes)"
                        + " VALUES (gen_random_uuid(), now(), 'SIGNED_IN', 'SUCCESS', '[]')")
                .update();
    }

    @Test
    void itAddsAndReads() {
        addEntry();
        assertThat(application
                        .sql("SELECT count(*) FROM audit_entry")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(application
                        .sql("SELECT count(*) FROM audit_unsealed")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThatCode(() -> application
                        .sql("SELECT audit_create_month('2033-05-01')")
                        .query()
                        .singleValue())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET action = 'X'",
                "DELETE FROM audit_entry",
                "DELETE FROM audit_entry_default",
                "INSERT INTO audit_entry_default SELECT * FROM audit_entry",
                "TRUNCATE audit_entry",
                "ALTER TABLE audit_entry DISABLE TRIGGER USER",
                "ALTER TABLE audit_seal DISABLE TRIGGER ALL",
                "DROP TRIGGER tg_audit_entry_append_only ON audit_entry",
                "CREATE OR REPLACE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                "ALTER TABLE audit_entry DETACH PARTITION audit_entry_default",
                "DROP TABLE audit_seal",
                "UPDATE audit_seal SET position = 9",
                "SET session_replication_role = replica",
                "SET ROLE maintenance_fund",
                "CREATE TABLE beside (x int)",
                "DELETE FROM flyway_schema_history",
                "UPDATE ledger_entry SET note = 'x'",
                "DELETE FROM ledger_posting",
                "TRUNCATE ledger_posting",
                "UPDATE ledger_entry_area SET area_id = entry_id",
                "INSERT INTO household_balance SELECT gen_random_uuid(), gen_random_uuid(), 1",
                "UPDATE household_balance SET balance = 0",
                "ALTER TABLE ledger_posting DISABLE TRIGGER USER"
            })
    void itCanNeitherChangeTheTrailNorWhatProtectsIt(String statement) {
        addEntry();
        assertThatThrownBy(() -> application.sql(statement).update()).hasStackTraceContaining("ERROR: ");
    }

    /** Everything else it can work with, and no table was forgotten. */
    @Test
    void itWorksWithEveryOtherTable() {
        assertThat(application
                        .sql("SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace"
                                + " AND c.relkind IN ('r', 'p') AND NOT c.relispartition"
                                + " AND NOT (has_table_privilege(c.oid, 'SELECT') AND has_table_privilege(c.oid, 'INSERT')"
                                + " AND has_table_privilege(c.oid, 'UPDATE') AND has_table_privilege(c.oid, 'DELETE'))")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "audit_entry",
                        "audit_seal",
                        "flyway_schema_history",
                        "ledger_entry",
                        "ledger_posting",
                        "ledger_entry_area",
                        "household_balance");
    }

    @Test
    void theStartTellsTheTwoApart() {
        assertThat(new TrailOwnerCheck(application).mayChangeTrail()).isFalse();
        assertThat(new TrailOwnerCheck(client(TestPostgres.server().newDatabase())).mayChangeTrail())
                .isTrue();
    }
}
