package org.maintenancefund.startup;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.startup.StartFailure.Said;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Another program listens on the port of the pages or on that of the management endpoints. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiredArgsConstructor
class PortInUseAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    private final Environment environment;

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        int port = cause.getPort();
        boolean management = port == environment.getProperty("management.server.port", Integer.class, -1);
        String property = management ? "MANAGEMENT_SERVER_PORT" : "SERVER_PORT";
        StartFailure failure = new StartFailure(
                new Said("端口 %d 已被另一个程序占用。".formatted(port), "Port %d is in use by another program.".formatted(port)),
                new Said(
                        "请停止占用该端口的程序，或换一个端口启动：%s=%d ./mvnw spring-boot:run".formatted(property, port + 10),
                        "Stop that program, or start on another port: %s=%d ./mvnw spring-boot:run"
                                .formatted(property, port + 10)),
                cause);
        return StartFailureAnalyzer.analysis(failure);
    }
}
