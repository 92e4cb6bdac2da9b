package org.maintenancefund.web.outage;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;

/** Tells an error of a database that is not there from every other error. */
public final class DatabaseOutage {

    /**
     * Beginnings of SQLSTATEs, PostgreSQL manual, appendix A: 08 connection exception, 53 insufficient resources (too many
     * connections, disk full), 57P01 to 57P03 the server is stopped, has crashed or is still starting.
     */
    private static final List<String> STATES = List.of("08", "53", "57P01", "57P02", "57P03");

    /** What the pool says, without a state, about a connection that broke: at the rollback after the first error. */
    private static final String BROKEN = "Connection is closed";

    private DatabaseOutage() {}

    /** The outage that is at the bottom of the failure, if one is. */
    public static Optional<SQLException> behind(Throwable failure) {
        Throwable current = failure;
        while (current != null) {
            if (current instanceof SQLException exception && isOutage(exception)) {
                return Optional.of(exception);
            }
            current = current.getCause();
        }
        return Optional.empty();
    }

    /** Something of the request failed for want of the database: it asks for no other connection. */
    public static void noted() {
        PatientDataSource.spend();
    }

    private static boolean isOutage(SQLException exception) {
        String state = exception.getSQLState() == null ? "" : exception.getSQLState();
        return exception instanceof SQLTransientConnectionException // the pool waited in vain
                || exception instanceof SQLNonTransientConnectionException
                || exception instanceof SQLRecoverableException
                || BROKEN.equals(exception.getMessage())
                || STATES.stream().anyMatch(state::startsWith);
    }
}
