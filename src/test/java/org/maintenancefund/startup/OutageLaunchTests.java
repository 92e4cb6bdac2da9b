package org.maintenancefund.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maintenancefund.test.Lengthy;

/** The database goes away under a running application and comes back. */
@Lengthy
class OutageLaunchTests {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final HttpClient browser = HttpClient.newBuilder().build();

    @TempDir
    private Path folder;

    @Test
    void peopleAreToldSoonAndServedAgainWithoutARestart() throws Exception {
        int databasePort = freePort();
        int managementPort = freePort();
        EmbeddedPostgres database = start(databasePort);
        Map<String, String> settings = Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://localhost:" + databasePort + "/postgres",
                "SPRING_DATASOURCE_USERNAME",
                "postgres",
                "MANAGEMENT_SERVER_PORT",
                String.valueOf(managementPort));

        try (LaunchedApplication application = LaunchedApplication.in(folder, settings)) {
            String home = application.whenReady();
            String health = "http://127.0.0.1:" + managementPort + "/actuator/health";
            String search = home + "register/committee?q=1";
            String cookie = get(search, "").headers().firstValue("set-cookie").orElse("");
            assertThat(get(search, cookie).statusCode())
                    .as(application.printed())
                    .isEqualTo(200);
            assertThat(get(health, "").statusCode()).isEqualTo(200);

            database.close();

            Instant asked = Instant.now();
            HttpResponse<String> page = get(search, cookie);
            assertThat(Duration.between(asked, Instant.now()))
                    .as(application.printed())
                    .isLessThan(LONGEST_WAIT);
            assertThat(page.statusCode()).as(application.printed()).isEqualTo(503);
            assertThat(page.body()).contains("系统暂时无法使用").doesNotContain("Exception", "postgres");
            assertThat(get(health, "").statusCode()).isEqualTo(503);

            database = start(databasePort);

            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(
                            () -> assertThat(get(search, cookie).statusCode()).isEqualTo(200));
            assertThat(get(health, "").statusCode()).isEqualTo(200);
        } finally {
            database.close();
        }
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("pg"))
                .setCleanDataDirectory(false)
                .setLocaleConfig("locale", "C.UTF-8")
                .start();
    }

    private HttpResponse<String> get(String address, String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie.split(";", 2)[0]);
        }
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
