package org.maintenancefund.embedded;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the embedded server and hands its address to the connection pool. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnEmbeddedDefault
class EmbeddedConfiguration {

    /**
     * The embedded default.
     *
     * @param enabled whether an embedded server may be started at all where no database is configured
     * @param folder  where its programs and data are kept, relative to the folder the application is started in
     */
    @ConfigurationProperties("app.embedded")
    record EmbeddedProperties(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("data") Path folder) {}

    /** Closed after the pool, which is made from the connection details and these from the server. */
    @Bean(destroyMethod = "close")
    EmbeddedServer embeddedServer(EmbeddedProperties properties) {
        return EmbeddedServer.start(properties.folder());
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedServer server) {
        return server.connection();
    }
}
