package org.maintenancefund.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Starting and stopping as people do it, process by process. */
class LaunchTests {

    @TempDir
    private Path folder;

    @Test
    void anApplicationKilledWhileItMakesTheDemoCityGoesOnWithItAtTheNextStart() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LaunchedApplication first = LaunchedApplication.in(
                        folder, Map.of("MANAGEMENT_SERVER_PORT", String.valueOf(taken.getLocalPort())))) {
            String address = first.whenServed();
            assertThat(address).startsWith("http://127.0.0.1:");
            assertThat(page(address)).contains("正在建立演示城市");
            assertThat(first.printed()).contains("管理端口 %d 已被占用".formatted(taken.getLocalPort()));
            first.kill();
        }
        assertThat(postmasterNote()).exists();
        List<String> before = loadedSteps();
        assertThat(before).contains("DemoStaff").doesNotContain("(complete)");
        database().sql("CREATE TABLE kept AS SELECT '和谐花园' AS name").update();

        try (LaunchedApplication again = LaunchedApplication.in(folder, Map.of())) {
            String address = again.whenReady();
            assertThat(page(address)).contains("办理进度查询").doesNotContain("演示城市");
            assertThat(loadedSteps()).containsAll(before).contains("DemoAssociations", "(complete)");
            assertThat(database()
                            .sql("SELECT name FROM kept")
                            .query(String.class)
                            .single())
                    .isEqualTo("和谐花园");
            assertThat(folder.resolve("data/demo-bank-statement.csv")).content().contains("JC", "合计");
            assertThat(folder.resolve("data/demo-household.txt")).content().contains("户号 DH-", "查询码 ");

            try (LaunchedApplication second = LaunchedApplication.in(folder, Map.of())) {
                assertThat(second.whenEnded()).isEqualTo(1);
                second.assertSaid("系统已经在运行", "The application is already running");
            }

            Instant asked = Instant.now();
            again.terminate();
            again.whenEnded();
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
            assertThat(again.printed()).doesNotContain("ERROR", "Exception");
        }
        assertThat(postmasterNote()).doesNotExist();
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LaunchedApplication application =
                        LaunchedApplication.in(folder, Map.of("SERVER_PORT", String.valueOf(taken.getLocalPort())))) {
            assertThat(application.whenEnded()).isEqualTo(1);
            application.assertSaid(
                    "端口 %d 已被另一个程序占用".formatted(taken.getLocalPort()),
                    "Port %d is in use".formatted(taken.getLocalPort()));
        }
        assertThat(postmasterNote()).doesNotExist();
    }

    @Test
    void aDataFolderThatCanNotBeWrittenIsNamed() throws Exception {
        Files.writeString(folder.resolve("data"), "a file, not a folder");

        try (LaunchedApplication application = LaunchedApplication.in(folder, Map.of())) {
            assertThat(application.whenEnded()).isEqualTo(1);
            application.assertSaid("数据目录不可写", "The data folder can't be written");
        }
    }

    private Path postmasterNote() {
        return folder.resolve("data/pg/postmaster.pid");
    }

    private List<String> loadedSteps() throws IOException {
        return database()
                .sql("SELECT name FROM demo.loaded_step")
                .query(String.class)
                .list();
    }

    private static String page(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }

    private JdbcClient database() throws IOException {
        List<String> note = Files.readAllLines(postmasterNote());
        String port = note.get(3);
        String password = Files.readString(folder.resolve("data/pg/maintenance_fund.password"));
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://localhost:" + port + "/maintenance_fund", "maintenance_fund", password));
    }
}
