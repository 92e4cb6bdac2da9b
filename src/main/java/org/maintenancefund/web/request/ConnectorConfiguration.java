package org.maintenancefund.web.request;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What Tomcat does before a request reaches Spring. Between the two stands its own valve for proxies. */
@Configuration(proxyBeanMethods = false)
class ConnectorConfiguration {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> readableAddresses() {
        return server -> server.addEngineValves(new EncodedAddressValve(), new ForwardedAddressesValve());
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> admission(RequestProperties properties) {
        return server -> {
            server.addEngineValves(new AdmissionValve(properties));
            server.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new RefusalPageValve()));
            // Whoever asks first whether to send a body hears the refusal before it is sent.
            server.addConnectorCustomizers(connector -> connector.setProperty("continueResponseTiming", "onRead"));
        };
    }
}
