package org.maintenancefund.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server process on a folder. The library that brings it is made for tests: it throws data away and skips
 * fsync unless told otherwise, which is what this class does.
 */
@RequiredArgsConstructor
final class PostgresProcess implements AutoCloseable {

    /** The version of the server's programs; folders of other major versions can't be opened with them. */
    static final String MAJOR_VERSION = "17";

    // Long enough for the recovery after a power cut in the middle of a large import.
    private static final Duration TIME_TO_START = Duration.ofSeconds(60);
    private static final long LARGEST_LOG = 5L << 20;

    private final EmbeddedPostgres postgres;

    /**
     * Starts the server; makes the folder first where it does not exist.
     *
     * @param home     where the programs and the log go
     * @param data     the database's folder
     * @param password the superuser's, or null for a new folder, which takes anyone until it is given one
     */
    static PostgresProcess start(Path home, Path data, @Nullable String password) throws IOException {
        ProcessBuilder.Redirect log = log(home.resolve("pg.log"));
        EmbeddedPostgres.Builder builder = withPrograms(home)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                // Its own hook would stop the server while Spring still closes the pool: 30 seconds of waiting.
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "50")
                .setServerConfig("unix_socket_directories", "")
                .setPGStartupWait(TIME_TO_START)
                .setOutputRedirector(log)
                .setErrorRedirector(log);
        if (password != null) {
            builder.setConnectConfig("password", password);
        }
        return new PostgresProcess(builder.start());
    }

    int port() {
        return postgres.getPort();
    }

    /** The database "postgres" as its superuser. */
    DataSource asSuperuser() {
        return postgres.getPostgresDatabase();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    // The library deletes folders that look abandoned beside its programs: the data must not lie there.
    private static EmbeddedPostgres.Builder withPrograms(Path home) throws IOException {
        Path programs = home.resolve("pg-programs");
        removeHalfUnpacked(programs);
        System.setProperty("ot.epg.working-dir", programs.toString());
        return EmbeddedPostgres.builder();
    }

    // The library marks what it unpacked completely, but takes files that are there for whole.
    private static void removeHalfUnpacked(Path programs) throws IOException {
        if (!Files.isDirectory(programs)) {
            return;
        }
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(programs)) {
            for (Path version : versions) {
                if (!Files.exists(version.resolve(".exists"))) {
                    FileSystemUtils.deleteRecursively(version);
                }
            }
        }
    }

    private static ProcessBuilder.Redirect log(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > LARGEST_LOG) {
            Files.move(file, file.resolveSibling("pg.log.old"), StandardCopyOption.REPLACE_EXISTING);
        }
        return ProcessBuilder.Redirect.appendTo(file.toFile());
    }
}
