package org.maintenancefund.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.io.TempDir;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What becomes of something in whose middle the process that does it is killed ({@code kill -9}): a lock of somebody else holds it there.
 * Nothing is rolled back, since a process of its own sees only what was committed: each test has records of its own.
 */
@Lengthy
@IntegrationTest
public abstract class KilledProcess {

    protected static final Duration LONGEST = Duration.ofMinutes(2);

    private static final String NAME = "killed";

    @TempDir
    private Path folder;

    @Autowired
    private JdbcConnectionDetails database;

    @Autowired
    private InvariantService invariants;

    @Autowired
    protected ApplicationContext context;

    @Autowired
    protected World world;

    @Autowired
    protected JdbcClient jdbc;

    /** What the process is asked for, and what of it somebody else holds: by the connection, until it is closed. */
    @FunctionalInterface
    protected interface Work {
        void begin(LaunchedApplication application, Connection other) throws Exception;
    }

    /** One more instance, which serves pages and does jobs. */
    protected LaunchedApplication started() throws Exception {
        LaunchedApplication application =
                LaunchedApplication.at(database, database.getJdbcUrl() + "?ApplicationName=" + NAME, folder);
        application.whenServed();
        return application;
    }

    /**
     * Kills an instance while it waits for what somebody else holds; afterwards everything holds that must.
     *
     * @param statement that it waits in, as it begins
     */
    protected void killed(String statement, Work work) throws Exception {
        killed(() -> waiting(statement) > 0, work);
    }

    /** The same as soon as it is so far. */
    protected void killed(Callable<Boolean> held, Work work) throws Exception {
        try (Connection other = connection();
                LaunchedApplication application = started()) {
            other.setAutoCommit(false);
            work.begin(application, other);
            await().atMost(LONGEST).until(held);
            application.kill();
        }
        await().atMost(LONGEST).until(() -> connections("true") == 0);
        everythingHolds();
    }

    /** How many of its connections wait in a statement that begins so. */
    protected long waiting(String statement) {
        return connections("wait_event_type = 'Lock' AND query ILIKE '" + statement + "%'");
    }

    private Connection connection() throws Exception {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    /** Those of the instance for which it holds. */
    private long connections(String condition) {
        return jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name = :name AND " + condition)
                .param("name", NAME)
                .query(Long.class)
                .single();
    }

    protected void everythingHolds() {
        assertThat(invariants.violations()).isEmpty();
    }

    protected long count(String sql, Object of) {
        return jdbc.sql("SELECT count(*) FROM " + sql)
                .param("of", of)
                .query(Long.class)
                .single();
    }
}
