package org.maintenancefund.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.notification.NotificationProperties;
import org.maintenancefund.notification.SmsGateway;
import org.maintenancefund.notification.delivery.Outcome.Result;

/** What a gateway is told, and what its answer, or none, means. Against a server of HTTP. */
class SmsSenderTest {

    private static final OutgoingMessage MESSAGE = new OutgoingMessage(
            UUID.fromString("01a22712-5e7f-7dd1-aeb6-7513eae47d12"),
            "13900001234",
            "王建国",
            "标题",
            "“和谐花园”{mobile}\n已通过 $1 & 100%");

    private final SmsGateway gateway = new SmsGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    private SmsSender sender(String url, String body, String type, String accepted) {
        return new SmsSender(
                new NotificationProperties(
                        null,
                        null,
                        null,
                        null,
                        null,
                        new NotificationProperties.Sms(
                                url,
                                SmsGateway.SECRET,
                                body,
                                type,
                                "X-Signature",
                                "X-Timestamp",
                                "Idempotency-Key",
                                accepted,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(3)),
                        null),
                Clock.systemUTC());
    }

    private SmsSender sender() {
        return sender(
                gateway.url(),
                "{\"id\":\"{id}\",\"to\":[\"{mobile}\"],\"text\":\"{text}\"}",
                "application/json",
                "\"code\":\"OK\"");
    }

    @Test
    void oneSignedRequestIsSentByTheTemplateInJson() {
        assertThat(sender().send(MESSAGE)).isEqualTo(Outcome.sent());

        assertThat(gateway.requests()).singleElement().satisfies(request -> {
            assertThat(request.signed()).isTrue();
            assertThat(request.id()).isEqualTo(MESSAGE.id().toString());
            assertThat(request.contentType()).isEqualTo("application/json;charset=UTF-8");
            assertThat(request.body())
                    .isEqualTo("{\"id\":\"" + MESSAGE.id()
                            + "\",\"to\":[\"13900001234\"],\"text\":\"“和谐花园”{mobile}\\n已通过 $1 & 100%\"}");
        });
    }

    @Test
    void aFormIsWrittenAsFormsAre() {
        sender(gateway.url(), "mobile={mobile}&content={text}", "application/x-www-form-urlencoded", "")
                .send(MESSAGE);

        assertThat(gateway.requests().get(0).body())
                .startsWith("mobile=13900001234&content=%E2%80%9C%E5%92%8C")
                .endsWith("%241+%26+100%25");
    }

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({
        "200, SENT",
        "202, SENT",
        "409, SENT",
        "400, REFUSED",
        "401, REFUSED",
        "302, REFUSED",
        "408, LATER",
        "429, LATER",
        "500, LATER",
        "503, LATER",
        "502, UNKNOWN",
        "504, UNKNOWN",
    })
    void eachStatusHasItsMeaning(int status, Result meaning) {
        gateway.answers(status);

        assertThat(sender().send(MESSAGE).result()).isEqualTo(meaning);
        assertThat(gateway.requests()).hasSize(1);
    }

    @Test
    void anAnswerThatDoesNotSayYesIsNone() {
        gateway.says("{\"code\":\"LIMITED\",\"mobile\":\"13900001234\"}");

        Outcome outcome = sender().send(MESSAGE);

        assertThat(outcome.result()).isEqualTo(Result.LATER);
        assertThat(outcome.toString()).doesNotContain("13900001234");
    }

    @Test
    void afterASlowAnswerNobodyKnows() {
        gateway.isSlow(Duration.ofSeconds(5));

        Outcome outcome = sender().send(MESSAGE);

        assertThat(outcome.result()).isEqualTo(Result.UNKNOWN);
        assertThat(outcome.trouble()).isEqualTo(Trouble.NO_ANSWER);
    }

    @Test
    void afterABrokenConnectionNobodyKnows() {
        gateway.hangsUp();

        assertThat(sender().send(MESSAGE).result()).isEqualTo(Result.UNKNOWN);
        assertThat(gateway.requests()).hasSize(1);
    }

    @Test
    void whereNobodyListensItIsTriedLater() {
        gateway.close();

        Outcome outcome = sender().send(MESSAGE);

        assertThat(outcome.result()).isEqualTo(Result.LATER);
        assertThat(outcome.trouble()).isEqualTo(Trouble.UNREACHABLE);
    }
}
