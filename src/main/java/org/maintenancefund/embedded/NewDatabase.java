package org.maintenancefund.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.maintenancefund.embedded.EmbeddedServer.EmbeddedConnection;
import org.springframework.util.FileSystemUtils;

/** Makes the embedded database beside its place and moves it there once everything in it is ready. */
final class NewDatabase {

    private static final String UNFINISHED = "pg.new";
    private static final String PASSWORD = "maintenance_fund.password";

    // Only with the password, over the loopback interface.
    private static final String WHO_MAY_CONNECT = """
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128      scram-sha-256
            """;

    private NewDatabase() {}

    static void create(Path home, Path data) throws IOException, SQLException {
        Path unfinished = home.resolve(UNFINISHED);
        String password = random();
        try (PostgresProcess process = PostgresProcess.start(home, unfinished, null);
                Connection connection = process.asSuperuser().getConnection();
                Statement statement = connection.createStatement()) {
            String name = EmbeddedConnection.NAME;
            statement.execute("ALTER ROLE postgres PASSWORD '" + password + "'");
            statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
            statement.execute("CREATE DATABASE " + name + " OWNER " + name);
        }
        Files.writeString(unfinished.resolve(PASSWORD), password);
        Files.writeString(unfinished.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The password that was made with the database. The server listens on a port of this machine, where others may be signed in
     * too; the folder that holds the password is its owner's alone (PostgreSQL insists on that).
     */
    static String password(Path data) throws IOException {
        return Files.readString(data.resolve(PASSWORD));
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Removes what a start that was cut short left behind. */
    static void removeUnfinished(Path home) throws IOException {
        Path unfinished = home.resolve(UNFINISHED);
        StalePostmaster.stopOn(unfinished);
        FileSystemUtils.deleteRecursively(unfinished);
    }
}
