package org.maintenancefund.embedded;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the embedded server and hands its address to the connection pool. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnEmbeddedDefault
class EmbeddedConfiguration {

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
