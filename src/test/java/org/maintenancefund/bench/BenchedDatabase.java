package org.maintenancefund.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.maintenancefund.area.domain.GeneratedCity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A PostgreSQL of the benchmark's own on a folder that the embedded default has made, and what it counts. */
final class BenchedDatabase implements AutoCloseable {

    private static final String NAME = "maintenance_fund";

    private final EmbeddedPostgres server;
    private final ProcessHandle postmaster;
    private final String password;
    private final JdbcTemplate jdbc;

    private BenchedDatabase(EmbeddedPostgres server, ProcessHandle postmaster, String password) {
        this.server = server;
        this.postmaster = postmaster;
        this.password = password;
        DriverManagerDataSource own = new DriverManagerDataSource(address(), "postgres", password);
        this.jdbc = new JdbcTemplate(own);
    }

    /** What the server has counted so far; times in milliseconds. */
    record Counted(double statements, double transactions, double milliseconds) {

        Counted since(Counted before) {
            return new Counted(
                    statements - before.statements,
                    transactions - before.transactions,
                    milliseconds - before.milliseconds);
        }
    }

    static BenchedDatabase on(Path data) throws IOException {
        String password = Files.readString(data.resolve(NAME + ".password")).strip();
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setConnectConfig("password", password)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "50")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("pg_stat_statements.track_planning", "on")
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        BenchedDatabase database =
                new BenchedDatabase(server, ProcessHandle.of(pid).orElseThrow(), password);
        database.jdbc.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        return database;
    }

    Map<String, String> settings() {
        return Map.of(
                "SPRING_DATASOURCE_URL", address(),
                "SPRING_DATASOURCE_USERNAME", NAME,
                "SPRING_DATASOURCE_PASSWORD", password);
    }

    /** Fills the city up to a million areas and a hundred thousand applications. */
    void grow(int areas, int applications) {
        SingleConnectionDataSource session = new SingleConnectionDataSource(address(), "postgres", password, true);
        try {
            new GeneratedCity(session).grow(areas, applications);
        } finally {
            session.destroy();
        }
    }

    /** Of the application's user alone, and of its database. */
    Counted counted() {
        return jdbc.queryForObject("""
                SELECT (SELECT coalesce(sum(calls), 0) FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
                            WHERE r.rolname = 'maintenance_fund'
                            AND s.query !~* '^(BEGIN|COMMIT|ROLLBACK|SET|SHOW)'),
                    (SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = current_database()),
                    (SELECT coalesce(sum(total_exec_time + total_plan_time), 0)
                        FROM pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid WHERE r.rolname = 'maintenance_fund')
                """, (row, i) -> new Counted(row.getDouble(1), row.getDouble(2), row.getDouble(3)));
    }

    /** Processor time of the server and all its processes that are still there. */
    Duration cpu() {
        return postmaster.descendants().map(BenchedDatabase::cpu).reduce(cpu(postmaster), Duration::plus);
    }

    static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private String address() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + NAME;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
