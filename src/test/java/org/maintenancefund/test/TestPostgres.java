package org.maintenancefund.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL 17 server of the tests, one for the whole JVM: a container where a Docker engine answers, else the
 * embedded server. The migrations run once, into a template; every database is a copy of it, made in some 50 ms.
 *
 * <p>The tests sign in as the database's owner and not as a superuser, as in production, so that a migration that needs
 * more rights fails here first.
 */
public final class TestPostgres {

    private static final String OWNER = "maintenance_fund";
    private static final String APPLICATION = "maintenance_fund_login";
    private static final String PASSWORD = "maintenance_fund";
    private static final String TEMPLATE = "maintenance_fund_template";

    private static final class Holder {
        static final TestPostgres SERVER = start();
    }

    private final String host;
    private final int port;
    private final String adminName;
    private final String adminPassword;
    private final AtomicInteger databases = new AtomicInteger();

    private TestPostgres(String host, int port, String adminName, String adminPassword) {
        this.host = host;
        this.port = port;
        this.adminName = adminName;
        this.adminPassword = adminPassword;
    }

    /** The server; the first call starts it, the end of the JVM stops it. */
    public static TestPostgres server() {
        return Holder.SERVER;
    }

    /** A migrated database that nobody else uses. */
    public JdbcConnectionDetails newDatabase() {
        String name = "test_" + databases.incrementAndGet();
        admin("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " OWNER " + OWNER);
        return new Database(url(name), OWNER, PASSWORD);
    }

    /** The same for the application's own role beside that of the owner, as in production. */
    public JdbcConnectionDetails newDatabaseForApplication() {
        return new Database(newDatabase().getJdbcUrl(), APPLICATION, PASSWORD);
    }

    /** A database without tables, for tests of the migrations and of the very first start. */
    public JdbcConnectionDetails newEmptyDatabase() {
        String name = "empty_" + databases.incrementAndGet();
        admin("CREATE DATABASE " + name + " TEMPLATE template0 OWNER " + OWNER);
        return new Database(url(name), OWNER, PASSWORD);
    }

    /** A test that fills a database with millions of rows may leave out their triggers and foreign keys from now on. */
    public void letTriggersBeLeftOut() {
        admin("GRANT SET ON PARAMETER session_replication_role TO " + OWNER);
    }

    private static TestPostgres start() {
        TestPostgres server = DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
        server.prepareTemplate();
        return server;
    }

    // Ryuk, Testcontainers' own reaper, removes the container when this JVM is gone.
    @SuppressWarnings("resource")
    private static TestPostgres container() {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:17")
                .withEnv("POSTGRES_INITDB_ARGS", "--locale=C.UTF-8 --encoding=UTF8")
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
        container.start();
        return new TestPostgres(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getUsername(),
                container.getPassword());
    }

    // The server stays for all tests of this JVM; its own shutdown hook stops it.
    @SuppressWarnings("resource")
    private static TestPostgres embedded() {
        // A folder per user: the one that the library shares between users can't be written by the second of them.
        Path programs = Path.of(
                System.getProperty("java.io.tmpdir"), "maintenance-fund-test-" + System.getProperty("user.name"));
        System.setProperty("ot.epg.working-dir", programs.toString());
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start();
            return new TestPostgres("localhost", postgres.getPort(), "postgres", "");
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL server of the tests did not start", e);
        }
    }

    private void prepareTemplate() {
        admin("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + PASSWORD + "'");
        admin("CREATE ROLE maintenance_fund_application NOLOGIN");
        admin("CREATE ROLE " + APPLICATION + " LOGIN PASSWORD '" + PASSWORD + "' IN ROLE maintenance_fund_application");
        admin("CREATE DATABASE " + TEMPLATE + " TEMPLATE template0 OWNER " + OWNER);
        Flyway.configure()
                .dataSource(url(TEMPLATE), OWNER, PASSWORD)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private void admin(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"), adminName, adminPassword);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The test server refused: " + sql, e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    private record Database(String url, String username, String password) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return username;
        }

        @Override
        public String getPassword() {
            return password;
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }
    }
}
