package org.maintenancefund.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole application on a port of its own with short patience and behind a proxy that it believes, its management port
 * too, on a database that can be frozen ({@link FreezingDatabase}). For what shows on the wire only; written to by
 * {@link Wire}.
 *
 * <p>All such classes share one context and one database.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "app.request.per-address=12",
            "app.request.body-grace=2s",
            "server.tomcat.connection-timeout=3s",
            "server.tomcat.threads.max=30",
            "server.forward-headers-strategy=native",
            "server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1|10\\..*",
            "management.server.port=0",
            // Else it complains of the frozen database at a full minute.
            "spring.session.jdbc.cleanup-cron=-"
        })
@ActiveProfiles("test")
@Import(FreezingDatabase.class)
public @interface WireTest {}
