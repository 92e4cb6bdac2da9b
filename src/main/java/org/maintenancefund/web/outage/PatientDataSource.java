package org.maintenancefund.web.outage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Gives requests connections on which an answer has to come soon, and all others, those of imports and jobs, connections with
 * the time limit of the pool. The pool takes its own limit again when a connection comes back.
 */
class PatientDataSource extends DelegatingDataSource {

    PatientDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Optional<RequestPatience> patience = RequestPatience.current();
        if (patience.filter(RequestPatience::isSpent).isPresent()) {
            throw new SQLTransientConnectionException("The database did not answer this request before");
        }
        Connection connection = super.getConnection();
        Optional<Duration> wait = patience.flatMap(RequestPatience::forAnAnswer);
        if (wait.isPresent()) {
            connection.setNetworkTimeout(Runnable::run, (int) wait.get().toMillis());
        }
        return connection;
    }
}
