package org.maintenancefund.account.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.ResultCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.account.SharedDirectoryDown;
import org.maintenancefund.account.shared.DirectoryLogin.Outcome;
import org.maintenancefund.startup.StartFailure;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** A directory that is gone, slow, or not who it says it is; and encrypted connections. */
class DirectoryTroubleTest {

    @TempDir
    Path folder;

    private static void assertDown(LdapDirectory directory) {
        Instant asked = Instant.now();
        assertThatThrownBy(() -> directory.check("lu.xl", DirectoryFixture.PASSWORD))
                .isInstanceOf(SharedDirectoryDown.class);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void aServerThatIsGoneIsAnOutageAndComesBack() {
        try (DirectoryFixture server = DirectoryFixture.plain().add("lu.xl")) {
            LdapDirectory directory = new LdapDirectory(server.settings());
            HealthIndicator health = new DirectoryConfiguration().sharedDirectoryHealthIndicator(directory);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);

            server.stop();
            assertDown(directory);
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

            server.start();
            LdapDirectory again = new LdapDirectory(server.settings());
            assertThat(again.check("lu.xl", DirectoryFixture.PASSWORD).outcome())
                    .isEqualTo(Outcome.RIGHT);
        }
    }

    @Test
    void aServerThatNeverAnswersIsAnOutageAfterTheTimeOut() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                DirectoryFixture any = DirectoryFixture.plain()) {
            assertDown(new LdapDirectory(any.settings("urls", "ldap://localhost:" + silent.getLocalPort())));
            assertDown(new LdapDirectory(any.settings("urls", "ldaps://localhost:" + silent.getLocalPort())));
            assertDown(new LdapDirectory(
                    any.settings("urls", "ldap://localhost:" + silent.getLocalPort(), "start-tls", "true")));
        }
    }

    @Test
    void aServerThatStopsInTheMiddleOfStartTlsIsAnOutageToo() throws Exception {
        try (ServerSocket half = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                DirectoryFixture any = DirectoryFixture.plain()) {
            CompletableFuture<Void> answering = CompletableFuture.runAsync(() -> agreeToStartTlsAndFallSilent(half));
            assertDown(new LdapDirectory(
                    any.settings("urls", "ldap://localhost:" + half.getLocalPort(), "start-tls", "true")));
            answering.cancel(true);
        }
    }

    private static void agreeToStartTlsAndFallSilent(ServerSocket server) {
        try (Socket connection = server.accept()) {
            InputStream in = connection.getInputStream();
            in.read(new byte[200]);
            // LDAPMessage 1, extendedResp: success, no matched name, no message.
            connection.getOutputStream().write(new byte[] {0x30, 0x0c, 2, 1, 1, 0x78, 7, 0x0a, 1, 0, 4, 0, 4, 0});
            while (in.read() >= 0) {
                // The hello of the handshake, and no answer to it.
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Test
    void aSlowDirectoryHoldsNoMoreThanItsShareOfThreads() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                DirectoryFixture any = DirectoryFixture.plain()) {
            LdapDirectory directory = new LdapDirectory(any.settings(
                    "urls",
                    "ldap://localhost:" + silent.getLocalPort(),
                    "concurrency",
                    "1",
                    "read-timeout",
                    "20s",
                    "connect-timeout",
                    "20s"));
            Thread first = new Thread(() -> {
                try {
                    directory.find("lu.xl");
                } catch (SharedDirectoryDown expected) {
                    // After the test.
                }
            });
            first.setDaemon(true);
            first.start();
            Socket kept = silent.accept();

            Instant asked = Instant.now();
            assertThatThrownBy(() -> directory.find("bai01"))
                    .isInstanceOf(SharedDirectoryDown.class)
                    .hasMessageContaining("too many");
            assertThat(Duration.between(asked, Instant.now())).isBetween(Duration.ofMillis(900), Duration.ofSeconds(3));
            kept.close();
        }
    }

    @Test
    void ourOwnPasswordBeingRefusedIsAnOutageAndNotAWrongPassword() {
        try (DirectoryFixture server = DirectoryFixture.plain().add("lu.xl")) {
            assertDown(new LdapDirectory(server.settings("manager-password", "changed")));
        }
    }

    /** Directories say no in several ways; each is the same for a name that nobody has, and none is an outage. */
    @ParameterizedTest
    @ValueSource(ints = {32, 34, 48, 49, 50, 53})
    void howeverADirectorySaysNoItIsNoOutage(int result) {
        try (DirectoryFixture server = DirectoryFixture.plain().add("lu.xl")) {
            server.refuseWith(ResultCode.valueOf(result));
            LdapDirectory directory = new LdapDirectory(server.settings());

            assertThat(directory.check("nobody.at.all", "any").outcome()).isEqualTo(Outcome.GONE);
            assertThat(directory.check("lu.xl", "not it").outcome()).isEqualTo(Outcome.WRONG);
            directory.checkNobody("any");
            assertThat(directory.failedJustNow()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {51, 52})
    void aDirectoryThatIsTooBusyToSayIsAnOutageForEveryName(int result) {
        try (DirectoryFixture server = DirectoryFixture.plain().add("lu.xl")) {
            server.refuseWith(ResultCode.valueOf(result));
            assertDown(new LdapDirectory(server.settings()));
            assertThatThrownBy(() -> new LdapDirectory(server.settings()).checkNobody("any"))
                    .isInstanceOf(SharedDirectoryDown.class);
        }
    }

    @Test
    void namesAreNotAskedForRightAfterAnOutage() {
        try (DirectoryFixture server = DirectoryFixture.plain().add("lu.xl")) {
            LdapDirectory directory = new LdapDirectory(server.settings());
            server.stop();
            assertDown(directory);
            server.start();
            server.asked();

            assertThatThrownBy(() -> directory.takenAmongst(List.of("lu.xl"))).isInstanceOf(SharedDirectoryDown.class);
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void ldapsTrustsTheConfiguredCertificatesOnly() throws Exception {
        SelfMadeCertificate certificate = SelfMadeCertificate.forHost("localhost");
        try (DirectoryFixture server = DirectoryFixture.ldaps(certificate).add("lu.xl")) {
            String store = certificate.trustStore(folder).toString();
            LdapDirectory trusting = new LdapDirectory(
                    server.settings("trust-store", store, "trust-store-password", SelfMadeCertificate.STORE_PASSWORD));

            assertThat(trusting.check("lu.xl", DirectoryFixture.PASSWORD).outcome())
                    .isEqualTo(Outcome.RIGHT);
            assertThat(trusting.check("lu.xl", "not it").outcome()).isEqualTo(Outcome.WRONG);
            assertDown(new LdapDirectory(server.settings()));
            assertThatThrownBy(() ->
                            new LdapDirectory(server.settings("trust-store", store, "trust-store-password", "not it")))
                    .isInstanceOf(StartFailure.class);
        }
    }

    @Test
    void startTlsEncryptsBeforeAnythingIsSaidAndChecksThePassword() throws Exception {
        SelfMadeCertificate certificate = SelfMadeCertificate.forHost("localhost");
        try (DirectoryFixture server = DirectoryFixture.startTls(certificate).add("lu.xl")) {
            String store = certificate.trustStore(folder).toString();
            LdapDirectory trusting = new LdapDirectory(server.settings(
                    "start-tls",
                    "true",
                    "trust-store",
                    store,
                    "trust-store-password",
                    SelfMadeCertificate.STORE_PASSWORD));

            assertThat(trusting.check("lu.xl", DirectoryFixture.PASSWORD).outcome())
                    .isEqualTo(Outcome.RIGHT);
            assertThat(trusting.check("lu.xl", "not it").outcome()).isEqualTo(Outcome.WRONG);
            assertThat(trusting.all()).hasSize(1);
            server.asked();
            assertDown(new LdapDirectory(server.settings("start-tls", "true")));
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void aCertificateOfAnotherHostIsNotBelieved() throws Exception {
        SelfMadeCertificate others = SelfMadeCertificate.forHost("other.example");
        Map<String, String> trust = Map.of(
                "trust-store",
                others.trustStore(folder).toString(),
                "trust-store-password",
                SelfMadeCertificate.STORE_PASSWORD);
        try (DirectoryFixture ldaps = DirectoryFixture.ldaps(others).add("lu.xl");
                DirectoryFixture startTls = DirectoryFixture.startTls(others).add("lu.xl")) {
            assertDown(new LdapDirectory(ldaps.settings(flat(trust))));
            assertDown(new LdapDirectory(startTls.settings(flat(trust, "start-tls", "true"))));
            assertThat(startTls.asked()).isEmpty();
        }
    }

    private static String[] flat(Map<String, String> settings, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        settings.forEach((key, value) -> all.addAll(List.of(key, value)));
        return all.toArray(String[]::new);
    }
}
