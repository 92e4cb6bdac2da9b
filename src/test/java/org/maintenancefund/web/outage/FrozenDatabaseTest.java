package org.maintenancefund.web.outage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.maintenancefund.test.FreezingDatabase;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.Wire;
import org.maintenancefund.test.WireTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A database whose connections stay open while nothing comes. */
@WireTest
@ExtendWith(OutputCaptureExtension.class)
class FrozenDatabaseTest {

    private static final String PAGE = "/register/committee?q=%E8%8A%B1";
    private static final String SESSION = "Cookie: SESSION=MDE5OGEyYzQtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAx\r\n";

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private FreezingDatabase.Line line;

    @Autowired
    private DataSource database;

    @AfterEach
    void thaw() {
        line.thaw();
    }

    @Test
    void everybodyIsAnsweredWithinFiveSeconds(CapturedOutput log) throws Exception {
        // Connections that were used a moment ago are given out without asking whether they still work.
        assertThat(Wire.get(port, PAGE, SESSION)).startsWith("HTTP/1.1 200");
        line.freeze();

        List<Race.Outcome<Duration>> outcomes = Race.of(Stream.concat(
                        IntStream.range(0, 10).mapToObj(i -> timed(port, PAGE, i % 2 == 0 ? SESSION : "")),
                        Stream.of(
                                timed(managementPort, "/actuator/health/readiness", ""),
                                timed(managementPort, "/actuator/health", "")))
                .toList());

        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome.failure()).isNull();
            assertThat(outcome.value()).isLessThan(Duration.ofSeconds(5));
        });
        assertThat(log.getAll()).doesNotContain("\tat ");
        line.thaw();
        assertThat(Wire.get(port, PAGE, SESSION)).startsWith("HTTP/1.1 200");
        assertThat(Wire.get(managementPort, "/actuator/health/readiness", "")).startsWith("HTTP/1.1 200");
    }

    private Callable<Duration> timed(int to, String address, String headers) {
        return () -> {
            Instant begun = Instant.now();
            assertThat(Wire.get(to, address, headers)).startsWith("HTTP/1.1 503");
            return Duration.between(begun, Instant.now());
        };
    }

    @Test
    void importsJobsAndExportsWaitLonger() throws Exception {
        assertThat(networkTimeout()).isEqualTo(60_000);
        assertThat(networkTimeoutWithin("GET", "/areas")).isEqualTo(4_000);
        for (String longer : List.of(
                "GET /areas/export",
                "POST /audit/verification",
                "POST /areas/import",
                "POST /units/areas/0198a2c4-0000-7000-8000-000000000001/import",
                "POST /areas/import/0198a2c4-0000-7000-8000-000000000001/discard")) {
            String[] asked = longer.split(" ");
            assertThat(networkTimeoutWithin(asked[0], asked[1])).as(longer).isEqualTo(60_000);
        }
        for (String page : List.of("/areas/import", "/audit", "/areas/import/0198a2c4-0000-7000-8000-000000000001")) {
            assertThat(networkTimeoutWithin("GET", page)).as(page).isEqualTo(4_000);
        }
        assertThat(networkTimeout()).as("given back as it was").isEqualTo(60_000);
    }

    private int networkTimeout() throws Exception {
        try (Connection connection = database.getConnection()) {
            return connection.getNetworkTimeout();
        }
    }

    private int networkTimeoutWithin(String method, String address) throws Exception {
        int[] found = new int[1];
        new DatabaseOutageFilter(Duration.ofSeconds(4))
                .doFilter(
                        new MockHttpServletRequest(method, address),
                        new MockHttpServletResponse(),
                        new MockFilterChain(new HttpServlet() {
                            @Override
                            public void service(ServletRequest request, ServletResponse answer) {
                                try {
                                    found[0] = networkTimeout();
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            }
                        }));
        return found[0];
    }
}
