package org.maintenancefund.web.outage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Gives requests connections on which an answer has to come soon, and all others, those of imports and jobs, connections with
 * the time limit of the pool. The pool takes its own limit again when a connection comes back.
 */
class PatientDataSource extends DelegatingDataSource {

    /** How long the request of this thread waits: so long for each answer, and once only. */
    private static final ThreadLocal<@Nullable Patience> CURRENT = new ThreadLocal<>();

    private record Patience(@Nullable Duration forAnAnswer, boolean spent) {}

    PatientDataSource(DataSource pool) {
        super(pool);
    }

    /**
     * The request begins.
     *
     * @param wait for an answer of the database, or null for as long as background work waits
     */
    static void begin(@Nullable Duration wait) {
        CURRENT.set(new Patience(wait, false));
    }

    static void end() {
        CURRENT.remove();
    }

    /** The database didn't answer the request in time: nothing more is asked, not even for the error page. */
    static void spend() {
        if (CURRENT.get() != null) {
            CURRENT.set(new Patience(null, true));
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Patience patience = CURRENT.get();
        if (patience != null && patience.spent()) {
            throw new SQLTransientConnectionException("The database did not answer this request before");
        }
        Connection connection = super.getConnection();
        if (patience != null && patience.forAnAnswer() != null) {
            connection.setNetworkTimeout(
                    Runnable::run, (int) patience.forAnAnswer().toMillis());
        }
        return connection;
    }
}
