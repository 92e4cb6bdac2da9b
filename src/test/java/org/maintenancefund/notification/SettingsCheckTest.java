package org.maintenancefund.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.startup.StartFailure;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** With settings by which nothing could be sent, or in the open, the application doesn't start and names the setting. */
class SettingsCheckTest {

    private static final Map<String, String> RIGHT = Map.of(
            "app.notification.channels", "sms,email",
            "app.notification.sms.url", "https://sms.example/send",
            "app.notification.sms.secret", "0123456789abcdef",
            "app.notification.email.from", "weixiujin@city.example",
            "spring.mail.host", "mail.example",
            "spring.mail.properties.mail.smtp.starttls.required", "true");

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(NotificationProperties.class)
    @Import(SettingsCheck.class)
    static class Checked {}

    private static ApplicationContextRunner with(Map<String, String> settings) {
        return new ApplicationContextRunner()
                .withUserConfiguration(Checked.class)
                .withPropertyValues(settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    @Test
    void rightSettingsAreTakenAndNoneAreNeededForTheTelephone() {
        with(RIGHT).run(context -> assertThat(context).hasNotFailed());
        with(Map.of()).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(NotificationProperties.class).channels()).containsExactly(Channel.PHONE);
            assertThat(context.getBean(NotificationProperties.class).retries()).hasSize(5);
        });
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "app.notification.sms.url, ''",
        "app.notification.sms.url, http://sms.example/send",
        "app.notification.sms.url, no address",
        "app.notification.sms.secret, short",
        "app.notification.sms.body, without places",
        "app.notification.sms.content-type, text/plain",
        "app.notification.sms.accepted, '['",
        "app.notification.uncertain-after, 10s",
        "app.notification.email.from, nobody",
        "spring.mail.host, ''",
        "spring.mail.properties.mail.smtp.starttls.required, false",
        "app.notification.sms.signature, Host",
        "app.notification.sms.timestamp, X Time",
        "app.notification.retention, 30d",
    })
    void aWrongOneIsNamed(String name, String value) {
        Map<String, String> settings = new HashMap<>(RIGHT);
        settings.put(name, value);

        with(settings)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(
                                StartFailure.class,
                                failure -> assertThat(failure.remedy().toString())
                                        .contains(name)
                                        .doesNotContain("0123456789abcdef")));
    }
}
