package org.maintenancefund.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * In the embedded default nobody probes the management endpoints, so that a port taken by another program is no reason
 * not to start: any free one will do. Where a database is configured the port stays what it was configured to be.
 */
class ManagementPortFallback implements EnvironmentPostProcessor {

    private static final String PORT = "management.server.port";

    private final Log log;

    ManagementPortFallback(DeferredLogFactory logs) {
        this.log = logs.getLog(ManagementPortFallback.class);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        int port = environment.getProperty(PORT, Integer.class, -1);
        if (port > 0 && OnEmbeddedDefault.holds(environment) && isTaken(port)) {
            environment.getPropertySources().addFirst(new MapPropertySource("free management port", Map.of(PORT, 0)));
            log.info("管理端口 %d 已被占用，改用任一空闲端口 / management port %d is taken, using a free one".formatted(port, port));
        }
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }
}
