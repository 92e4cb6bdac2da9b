package org.maintenancefund.startup;

import java.net.ConnectException;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.startup.StartFailure.Said;
import org.postgresql.util.PSQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * The configured database doesn't let us in. Told apart by SQLSTATE: nobody listens (08), wrong name or password (28), no
 * such database (3D), too many connections (53) or still starting (57P03). Other errors of the database are not ours to
 * explain.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiredArgsConstructor
class DatabaseUnreachableAnalyzer extends AbstractFailureAnalyzer<PSQLException> {

    private final Environment environment;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, PSQLException cause) {
        Said problem = problem(cause);
        if (problem == null) {
            return null;
        }
        Said remedy = new Said(
                "请检查 SPRING_DATASOURCE_URL（当前为 %s）、SPRING_DATASOURCE_USERNAME 和 SPRING_DATASOURCE_PASSWORD，并确认 PostgreSQL 已启动。"
                        .formatted(address()),
                "Check SPRING_DATASOURCE_URL (now %s), SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD, and that PostgreSQL is running."
                        .formatted(address()));
        return StartFailureAnalyzer.analysis(new StartFailure(problem, remedy, cause));
    }

    private static @Nullable Said problem(PSQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (state.startsWith("08") || cause.getCause() instanceof ConnectException) {
            return new Said("无法连接数据库。", "The database can't be reached.");
        }
        if (state.startsWith("28")) {
            return new Said("数据库拒绝了用户名或密码。", "The database refused the user name or the password.");
        }
        if (state.startsWith("3D")) {
            return new Said("数据库服务器上没有这个数据库。", "The server has no database of that name.");
        }
        if (state.startsWith("53") || state.equals("57P03")) {
            return new Said(
                    "数据库暂时不接受新的连接。", "The database takes no new connections at the moment (starting, or too many).");
        }
        return null;
    }

    // Everything after the ? stays out of the log: a password may be among the parameters.
    private String address() {
        String url = environment.getProperty("spring.datasource.url", "");
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
