package org.maintenancefund.notification.delivery;

import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLHandshakeException;
import org.maintenancefund.notification.Channel;
import org.maintenancefund.notification.NotificationProperties;
import org.maintenancefund.notification.delivery.Outcome.Result;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.io.JsonStringEncoder;

/** Hands an SMS over to the city's gateway: one signed request, its body written by the template of the settings. */
@Component
@ConditionalOnProperty("app.notification.sms.url")
class SmsSender implements MessageSender {

    private static final Pattern PLACE = Pattern.compile("\\{(id|mobile|text|time)}");

    /** Of an answer so much is looked at. */
    private static final int LOOKED_AT = 4096;

    private final NotificationProperties.Sms settings;
    private final RestClient gateway;
    private final Pattern accepted;
    private final Clock clock;

    SmsSender(NotificationProperties properties, Clock clock) {
        this.settings = properties.sms();
        this.clock = clock;
        this.accepted = Pattern.compile(settings.accepted());
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build());
        requests.setReadTimeout(settings.readTimeout());
        this.gateway = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Outcome send(OutgoingMessage message) {
        String time = Long.toString(clock.instant().getEpochSecond());
        String body = body(message, time);
        try {
            return gateway.post()
                    .uri(URI.create(settings.url()))
                    .contentType(MediaType.parseMediaType(settings.contentType() + ";charset=UTF-8"))
                    .header(settings.idempotency(), message.id().toString())
                    .header(settings.timestamp(), time)
                    .header(settings.signature(), signature(time + "\n" + message.id() + "\n" + body))
                    .body(body.getBytes(StandardCharsets.UTF_8))
                    .exchange((request, answer) -> {
                        int status = answer.getStatusCode().value();
                        String said = answer.getStatusCode().is2xxSuccessful()
                                ? new String(answer.getBody().readNBytes(LOOKED_AT), StandardCharsets.UTF_8)
                                : "";
                        return outcome(status, said);
                    });
        } catch (ResourceAccessException failed) {
            return outcome(failed);
        }
    }

    private Outcome outcome(int status, String said) {
        if (status >= 200 && status < 300) {
            return accepted.matcher(said).find()
                    ? Outcome.sent()
                    : Outcome.of(Result.LATER, Trouble.NOT_ACCEPTED, status);
        }
        return switch (status) {
            // It has this one already.
            case 409 -> Outcome.sent();
            case 408, 425, 429 -> Outcome.of(Result.LATER, Trouble.OTHER_SIDE_FAILED, status);
            // A proxy says these: what is behind it may have taken the message.
            case 502, 504 -> Outcome.of(Result.UNKNOWN, Trouble.NO_ANSWER, status);
            default ->
                status >= 500
                        ? Outcome.of(Result.LATER, Trouble.OTHER_SIDE_FAILED, status)
                        : Outcome.of(Result.REFUSED, Trouble.NOT_ACCEPTED, status);
        };
    }

    /** Only where nothing was handed over yet is it certain that nothing arrived. */
    private static Outcome outcome(ResourceAccessException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpConnectTimeoutException
                    || cause instanceof ConnectException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof SSLHandshakeException) {
                return Outcome.of(Result.LATER, Trouble.UNREACHABLE, "");
            }
            if (cause instanceof HttpTimeoutException) {
                return Outcome.of(Result.UNKNOWN, Trouble.NO_ANSWER, "");
            }
        }
        return Outcome.of(Result.UNKNOWN, Trouble.BROKEN_OFF, "");
    }

    private String body(OutgoingMessage message, String time) {
        UnaryOperator<String> writing = settings.contentType().contains("json")
                ? text -> new String(JsonStringEncoder.getInstance().quoteAsCharArray(text))
                : text -> URLEncoder.encode(text, StandardCharsets.UTF_8);
        Map<String, String> values = Map.of(
                "id", message.id().toString(), "mobile", message.address(), "text", message.text(), "time", time);
        return PLACE.matcher(settings.body())
                .replaceAll(place -> Matcher.quoteReplacement(writing.apply(values.getOrDefault(place.group(1), ""))));
    }

    private String signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
