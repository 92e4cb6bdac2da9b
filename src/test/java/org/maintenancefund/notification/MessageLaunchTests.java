package org.maintenancefund.notification;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maintenancefund.startup.LaunchedApplication;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.TestPostgres;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two processes on one database, and one of them is killed while it hands over a message. */
@Lengthy
class MessageLaunchTests {

    private static final int MESSAGES = 20;

    @TempDir
    private Path folder;

    private final JdbcConnectionDetails database = TestPostgres.server().newDatabase();

    private final JdbcClient jdbc = JdbcClient.create(
            new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword()));

    private LaunchedApplication instance(String name, SmsGateway gateway) throws Exception {
        return LaunchedApplication.in(
                Files.createDirectory(folder.resolve(name)),
                Map.of(
                        "SPRING_DATASOURCE_URL",
                        database.getJdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME",
                        database.getUsername(),
                        "SPRING_DATASOURCE_PASSWORD",
                        database.getPassword(),
                        "SPRING_APPLICATION_JSON",
                        """
                        {"db-scheduler": {"heartbeat-interval": "1s", "missed-heartbeats-limit": 4},
                         "app": {"account": {"first-administrator": false}, "notification": {
                             "channels": "sms", "interval": "1s", "uncertain-after": "12s",
                             "sms": {"url": "%s", "secret": "%s", "read-timeout": "8s"}}}}""".formatted(gateway.url(), SmsGateway.SECRET)));
    }

    private List<String> states() {
        return jdbc.sql("SELECT state FROM message").query(String.class).list();
    }

    @Test
    void eachMessageIsSentOnceOrWaitsInSightWhenOneOfTwoInstancesIsKilledInTheMiddle() throws Exception {
        try (SmsGateway ofOne = new SmsGateway().isSlow(Duration.ofSeconds(1));
                SmsGateway ofOther = new SmsGateway().isSlow(Duration.ofSeconds(1));
                LaunchedApplication one = instance("one", ofOne);
                LaunchedApplication other = instance("other", ofOther)) {
            one.whenServed();
            other.whenServed();
            jdbc.sql(
                            "INSERT INTO message (id, kind, source, channel, address, recipient_name, subject, text, created_at,"
                                    + " state, due_at) SELECT gen_random_uuid(), 'APPLICATION_SUBMITTED', 'launch ' || n, 'SMS',"
                                    + " '13900001234', '王建国', '申请已提交', '申请已提交', now(), 'WAITING', now()"
                                    + " FROM generate_series(1, :messages) n")
                    .param("messages", MESSAGES)
                    .update();

            await().pollInterval(Duration.ofMillis(20))
                    .atMost(60, SECONDS)
                    .until(() -> ofOne.requests().size() + ofOther.requests().size() >= 3);
            boolean first = ofOne.requests().size() > ofOther.requests().size();
            (first ? one : other).kill();
            List<SmsGateway.Request> asked = (first ? ofOne : ofOther).requests();
            String last = asked.get(asked.size() - 1).id();

            await().atMost(120, SECONDS)
                    .until(() ->
                            states().stream().allMatch(state -> state.equals("SENT") || state.equals("UNCERTAIN")));

            assertThat(Stream.of(ofOne, ofOther).flatMap(gateway -> gateway.requests().stream()))
                    .extracting(SmsGateway.Request::id)
                    .hasSize(MESSAGES)
                    .doesNotHaveDuplicates();
            assertThat(jdbc.sql("SELECT id::text FROM message WHERE state = 'UNCERTAIN'")
                            .query(String.class)
                            .list())
                    .containsExactly(last);
            assertThat((first ? other : one).printed())
                    .contains("1 messages were being sent and were not heard of again")
                    .doesNotContain("13900001234");
        }
    }
}
