package org.maintenancefund.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maintenancefund.embedded.EmbeddedServer.EmbeddedConnection;
import org.maintenancefund.startup.StartFailure;
import org.maintenancefund.test.Lengthy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Lengthy
class EmbeddedServerTests {

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void aFolderWithAnInconvenientName() {
        folder = temporary.resolve("维修 资金");
    }

    /** What a failed test left running would go on for good. */
    @AfterEach
    void nothingGoesOnRunning() throws IOException {
        StalePostmaster.stopOn(folder.resolve("pg"));
    }

    @Test
    void whatWasCommittedIsThereAtTheNextStart() throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
            assertThat(characterType(server)).isEqualTo("C.UTF-8");
            assertThat(jdbc(server).sql("SHOW is_superuser").query(String.class).single())
                    .isEqualTo("off");
            jdbc(server).sql("CREATE TABLE kept AS SELECT '和谐花园' AS name").update();
        }
        assertThat(folder.resolve("pg/postmaster.pid")).doesNotExist();

        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(kept(server)).isEqualTo("和谐花园");
        }
    }

    @Test
    void aSecondStartIsToldWhoRuns() throws IOException {
        try (EmbeddedServer running = EmbeddedServer.start(folder)) {
            assertThat(running.connection().getJdbcUrl()).startsWith("jdbc:postgresql://localhost:");
            assertThatExceptionOfType(StartFailure.class)
                    .isThrownBy(() -> EmbeddedServer.start(folder))
                    .satisfies(failure -> {
                        assertThat(failure.problem().chinese()).contains("系统已经在运行", folder.toString());
                        assertThat(failure.problem().english())
                                .contains(
                                        "already running",
                                        String.valueOf(ProcessHandle.current().pid()));
                    });
        }
    }

    /** As after {@code kill -9} of the application: its server lives on, and nobody holds the lock. */
    @Test
    void aServerLeftBehindIsStoppedAndNothingIsLost() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            jdbc(server).sql("CREATE TABLE kept AS SELECT 'before' AS name").update();
        }
        Path data = folder.toRealPath().resolve("pg");
        PostgresProcess left = PostgresProcess.start(folder.toRealPath(), data, NewDatabase.password(data));
        jdbc(new EmbeddedConnection(left.port(), NewDatabase.password(data)))
                .sql("UPDATE kept SET name = 'after'")
                .update();
        // The library's own lock would end with the process too, but here both are one process.
        Files.delete(data.resolve("epg-lock"));

        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(server.connection().port()).isNotEqualTo(left.port());
            assertThat(kept(server)).isEqualTo("after");
        }
    }

    /** As after a power cut: the server never got to write down what it had in memory. */
    @Test
    void aKilledServerRecovers() throws Exception {
        EmbeddedServer server = EmbeddedServer.start(folder);
        jdbc(server).sql("CREATE TABLE kept AS SELECT 'committed' AS name").update();
        ProcessHandle postmaster = postmaster();
        postmaster.destroyForcibly();
        postmaster.onExit().get(10, TimeUnit.SECONDS);
        server.close();

        try (EmbeddedServer again = EmbeddedServer.start(folder)) {
            assertThat(kept(again)).isEqualTo("committed");
        }
    }

    @Test
    void aNoteWithTheNumberOfAnotherProcessHarmsNobody() throws IOException {
        EmbeddedServer.start(folder).close();
        Files.writeString(
                folder.resolve("pg/postmaster.pid"), ProcessHandle.current().pid() + "\n" + folder + "/pg\n");

        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void aFirstStartCutShortStartsOver() throws IOException {
        Path unfinished = Files.createDirectories(folder.resolve("pg.new"));
        Files.writeString(unfinished.resolve("PG_VERSION"), "17");
        Path halfUnpacked = Files.createDirectories(folder.resolve("pg-programs/PG-half/bin"));

        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
        }
        assertThat(unfinished).doesNotExist();
        assertThat(halfUnpacked).doesNotExist();
    }

    @Test
    void theDataIsItsOwnersAlone() throws IOException {
        EmbeddedServer.start(folder).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("pg"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aDatabaseOfAnotherVersionIsLeftAlone() throws IOException {
        Path data = Files.createDirectories(folder.resolve("pg"));
        Files.writeString(data.resolve("PG_VERSION"), "16\n");

        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> EmbeddedServer.start(folder))
                .satisfies(failure -> assertThat(failure.problem().english()).contains("made by PostgreSQL 16"));
    }

    @Test
    void aFileInTheFoldersPlaceIsNoFolder() throws IOException {
        Files.writeString(folder, "");

        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> EmbeddedServer.start(folder))
                .satisfies(failure -> assertThat(failure.problem().chinese()).contains("数据目录不可写", folder.toString()));
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(folder.resolve("pg/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static String setting(EmbeddedServer server, String name) {
        return jdbc(server)
                .sql("SELECT current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    private static String characterType(EmbeddedServer server) {
        return jdbc(server)
                .sql("SELECT datctype FROM pg_database WHERE datname = current_database()")
                .query(String.class)
                .single();
    }

    private static String kept(EmbeddedServer server) {
        return jdbc(server).sql("SELECT name FROM kept").query(String.class).single();
    }

    private static JdbcClient jdbc(EmbeddedServer server) {
        return jdbc(server.connection());
    }

    private static JdbcClient jdbc(EmbeddedConnection connection) {
        return JdbcClient.create(new DriverManagerDataSource(
                connection.getJdbcUrl(), connection.getUsername(), connection.getPassword()));
    }
}
