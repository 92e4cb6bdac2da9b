package org.maintenancefund.notification;

import jakarta.annotation.PostConstruct;
import java.net.URI;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.startup.StartFailure;
import org.maintenancefund.startup.StartFailure.Said;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Refuses to start with a way that could send nothing, or that would send numbers of people unencrypted. */
@Component
@RequiredArgsConstructor
class SettingsCheck {

    private static final String PREFIX = "app.notification.";

    /** As long as the key of a signature should be at least. */
    private static final int SHORTEST_SECRET = 16;

    private final NotificationProperties settings;
    private final Environment environment;

    @PostConstruct
    void check() {
        if (settings.channels().contains(Channel.SMS)) {
            checkSms(settings.sms());
        }
        if (settings.channels().contains(Channel.EMAIL)) {
            require(
                    "spring.mail.host",
                    !environment.getProperty("spring.mail.host", "").isBlank());
            require(PREFIX + "email.from", settings.email().from().matches("[^@\\s]+@[^@\\s]+"));
            require("spring.mail.properties.mail.smtp.starttls.required", isEncrypted());
        }
        // What is deleted earlier would be told again.
        require(
                PREFIX + "retention",
                !LocalDate.EPOCH.plus(settings.retention()).isBefore(LocalDate.EPOCH.plusDays(100)));
    }

    private void checkSms(NotificationProperties.Sms sms) {
        require(PREFIX + "sms.url", isAddress(sms.url()));
        require(PREFIX + "sms.secret", sms.secret().length() >= SHORTEST_SECRET);
        require(
                PREFIX + "sms.body",
                sms.body().contains("{mobile}") && sms.body().contains("{text}"));
        require(PREFIX + "sms.content-type", sms.contentType().matches("application/(json|x-www-form-urlencoded)"));
        require(PREFIX + "sms.accepted", isExpression(sms.accepted()));
        require(PREFIX + "sms.idempotency", isHeader(sms.idempotency()));
        require(PREFIX + "sms.timestamp", isHeader(sms.timestamp()));
        require(PREFIX + "sms.signature", isHeader(sms.signature()));
        // An attempt that may still be answered is not given up.
        require(
                PREFIX + "uncertain-after",
                settings.uncertainAfter().compareTo(sms.connectTimeout().plus(sms.readTimeout())) > 0);
    }

    /** By a server on this machine, or by one that has to take mail encrypted. */
    private boolean isEncrypted() {
        return isHere(environment.getProperty("spring.mail.host", ""))
                || "smtps".equals(environment.getProperty("spring.mail.protocol"))
                || environment.getProperty("spring.mail.properties.mail.smtp.starttls.required", boolean.class, false)
                || environment.getProperty("spring.mail.properties.mail.smtp.ssl.enable", boolean.class, false);
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}|\\[::1]|::1");
    }

    /** Encrypted, or on this machine. */
    private static boolean isAddress(String url) {
        try {
            URI address = URI.create(url);
            String host = address.getHost();
            return host != null
                    && ("https".equals(address.getScheme()) || isHere(host) && "http".equals(address.getScheme()));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** A name of its own: those that the protocol uses can't be set. */
    private static boolean isHeader(String name) {
        return name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,60}")
                && !name.matches("(?i)host|connection|expect|upgrade|content-.*|transfer-encoding|date");
    }

    private static boolean isExpression(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException none) {
            return false;
        }
    }

    private static void require(String property, boolean right) {
        if (!right) {
            throw new StartFailure(
                    new Said(
                            "配置了短信或邮件通知，但 %s 缺少或不正确。".formatted(property),
                            "Messages by SMS or e-mail are configured, but %s is missing or wrong."
                                    .formatted(property)),
                    new Said(
                            "请检查 %s；只用电话通知时去掉 %schannels。".formatted(property, PREFIX),
                            "Check %s; where people are only phoned, leave %schannels out."
                                    .formatted(property, PREFIX)));
        }
    }
}
