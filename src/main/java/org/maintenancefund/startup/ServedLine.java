package org.maintenancefund.startup;

import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The one line that says where the pages are, and how long the start took. */
@Component
class ServedLine {

    private static final Logger log = LoggerFactory.getLogger(ServedLine.class);

    @EventListener
    void said(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext served
                && served.getWebServer() != null) {
            log.info(
                    "已启动，请打开 / ready, open {} （用时 / took {} s）",
                    address(
                            event.getApplicationContext().getEnvironment(),
                            served.getWebServer().getPort()),
                    seconds(Objects.requireNonNull(event.getTimeTaken())));
        }
    }

    private static String address(Environment environment, int port) {
        String host = environment.getProperty("server.address", "localhost");
        boolean tls = environment.containsProperty("server.ssl.bundle")
                || environment.containsProperty("server.ssl.key-store")
                || environment.containsProperty("server.ssl.certificate");
        return (tls ? "https://" : "http://") + ("0.0.0.0".equals(host) ? "localhost" : host) + ":" + port
                + environment.getProperty("server.servlet.context-path", "") + "/";
    }

    private static String seconds(Duration duration) {
        return String.format("%.1f", duration.toMillis() / 1000.0);
    }
}
