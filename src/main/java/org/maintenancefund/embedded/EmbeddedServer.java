package org.maintenancefund.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.startup.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.ClassUtils;

/**
 * The running embedded server with its data folder: {@code pg} the database, {@code pg.lock} who uses it, {@code pg.log}
 * what the server says, {@code pg-programs} its unpacked programs.
 *
 * <p>What stands under {@code pg} is always complete: a new database is made beside it and renamed once it is ready, so
 * that a start cut short leaves nothing to repair.
 */
@RequiredArgsConstructor
final class EmbeddedServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);

    private final InstanceLock lock;
    private final PostgresProcess process;

    @Getter
    private final EmbeddedConnection connection;

    /** The address of the embedded server and the application's sign-in there. */
    record EmbeddedConnection(int port, String password) implements JdbcConnectionDetails {

        /** Name of the role the application signs in as, and of the database it owns. */
        static final String NAME = "maintenance_fund";

        @Override
        public String getJdbcUrl() {
            return "jdbc:postgresql://localhost:" + port + "/" + NAME;
        }

        @Override
        public String getUsername() {
            return NAME;
        }

        @Override
        public String getPassword() {
            return password;
        }

        @Override
        public String toString() {
            return getJdbcUrl();
        }
    }

    /** Starts the server on the folder, creating both where there are none yet. */
    static EmbeddedServer start(Path folder) {
        if (!ClassUtils.isPresent("io.zonky.test.db.postgres.embedded.EmbeddedPostgres", null)) {
            throw EmbeddedFailures.noDatabaseConfigured();
        }
        Path home = writable(folder);
        InstanceLock lock = lock(home);
        try {
            return start(home, lock);
        } catch (StartFailure e) {
            lock.close();
            throw e;
        } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError e) {
            lock.close();
            throw EmbeddedFailures.notStarted(home, e);
        }
    }

    private static EmbeddedServer start(Path home, InstanceLock lock) throws IOException, SQLException {
        Path data = home.resolve("pg");
        StalePostmaster.stopOn(data);
        NewDatabase.removeUnfinished(home);
        if (!Files.exists(data)) {
            log.info("首次启动：正在准备内置数据库 / first start: preparing the embedded database in {}", data);
            NewDatabase.create(home, data);
        }
        requireVersion(data);
        String password = NewDatabase.password(data);
        PostgresProcess process = PostgresProcess.start(home, data, password);
        return new EmbeddedServer(lock, process, new EmbeddedConnection(process.port(), password));
    }

    /** Stops the server, then lets the next one have the folder. */
    @Override
    public void close() throws IOException {
        try {
            process.close();
        } finally {
            lock.close();
        }
    }

    // A server of another major version neither starts on the folder nor says why in words people understand.
    private static void requireVersion(Path data) throws IOException {
        String version = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!version.equals(PostgresProcess.MAJOR_VERSION)) {
            throw EmbeddedFailures.otherVersion(data, version);
        }
    }

    private static Path writable(Path folder) {
        Path home = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home, onlyOwner(home));
            Path real = home.toRealPath();
            Files.delete(Files.createTempFile(real, "writable", null));
            return real;
        } catch (IOException e) {
            throw EmbeddedFailures.notWritable(home, e);
        }
    }

    private static FileAttribute<?>[] onlyOwner(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private static InstanceLock lock(Path home) {
        try {
            return InstanceLock.take(home.resolve("pg.lock"));
        } catch (IOException e) {
            throw EmbeddedFailures.notWritable(home, e);
        }
    }
}
