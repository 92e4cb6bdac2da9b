package org.maintenancefund.web.outage;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Whether the database answers, within a second: Spring Boot's own indicator waits as long as the pool does. */
@RequiredArgsConstructor
class DatabaseHealthIndicator extends AbstractHealthIndicator {

    private static final int SECONDS = 1;

    private final DataSource database;

    @Override
    protected void doHealthCheck(Health.Builder health) {
        try (Connection connection = database.getConnection()) {
            health.status(connection.isValid(SECONDS) ? Status.UP : Status.DOWN);
        } catch (SQLException silent) {
            // Asked every few seconds: why is in the log of the requests, once each.
            health.down();
        }
    }
}
