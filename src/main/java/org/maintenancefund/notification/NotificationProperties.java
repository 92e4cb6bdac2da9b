package org.maintenancefund.notification;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are told what happens, besides under 消息; each limit stands here and nowhere else.
 *
 * @param channels       by which ways: phone (nothing is sent), sms, email
 * @param interval       how often an instance looks for what is to be sent
 * @param retries        how long after each failed attempt the next one is made; after the last of them it has failed
 * @param uncertainAfter an attempt that says nothing for so long was broken off: whether it arrived is not known
 * @param retention      messages are deleted after this
 */
@ConfigurationProperties("app.notification")
public record NotificationProperties(
        @DefaultValue("phone") Set<Channel> channels,
        @DefaultValue("5s") Duration interval,
        @DefaultValue({"1m", "5m", "30m", "2h", "6h"}) List<Duration> retries,
        @DefaultValue("2m") Duration uncertainAfter,
        @DefaultValue("180d") Period retention,
        @DefaultValue Sms sms,
        @DefaultValue Email email) {

    /**
     * The SMS gateway. One request a message, {@code POST}; what it is made of stands in {@code body}.
     *
     * @param url               where it is sent: {@code https://}, or {@code http://} on this machine
     * @param secret            signs each request (HMAC-SHA256, in hexadecimal) over time, identifier and body, with a line
     *                          break between them
     * @param body              {@code {id}}, {@code {mobile}}, {@code {text}} and {@code {time}} are filled in, written as the
     *                          content type wants it
     * @param contentType       {@code application/json} or {@code application/x-www-form-urlencoded}
     * @param signature         name of the header with the signature
     * @param timestamp         name of the header with the time, in seconds
     * @param idempotency       name of the header with the message's identifier, by which the gateway knows what it has already
     * @param accepted          an expression to be found in an answer with status 2xx; empty: each of them is enough
     * @param connectTimeout    longest wait for a connection
     * @param readTimeout       longest wait for an answer
     */
    public record Sms(
            @DefaultValue("") String url,
            @DefaultValue("") String secret,

            @DefaultValue("{\"id\":\"{id}\",\"mobile\":\"{mobile}\",\"text\":\"{text}\"}")
            String body,

            @DefaultValue("application/json") String contentType,
            @DefaultValue("X-Signature") String signature,
            @DefaultValue("X-Timestamp") String timestamp,
            @DefaultValue("Idempotency-Key") String idempotency,
            @DefaultValue("") String accepted,
            @DefaultValue("3s") Duration connectTimeout,
            @DefaultValue("10s") Duration readTimeout) {

        /** Nothing secret of it belongs into a log. */
        @Override
        public String toString() {
            return "Sms[" + url + "]";
        }
    }

    /**
     * E-mail; the server is Spring Boot's own {@code spring.mail.*}.
     *
     * @param from the sender's address
     */
    public record Email(@DefaultValue("") String from) {}
}
