package org.maintenancefund.web.outage;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.DispatcherType;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.maintenancefund.web.request.RequestProperties;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What requests do while the database is gone or silent. */
@Configuration(proxyBeanMethods = false)
class DatabaseOutageConfiguration {

    /** Before the filter that reads the session from the database, for requests alone. */
    @Bean
    FilterRegistrationBean<DatabaseOutageFilter> databaseOutageFilter(RequestProperties properties) {
        FilterRegistrationBean<DatabaseOutageFilter> registration =
                new FilterRegistrationBean<>(new DatabaseOutageFilter(properties.databaseWait()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        return registration;
    }

    /** Requests get the pool's connections through one that minds how long they wait. */
    @Bean
    static BeanPostProcessor patientDataSource() {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new PatientDataSource(pool) : bean;
            }
        };
    }

    /** Whether the database answers, within a second: Spring Boot's own indicator waits as long as the pool does. */
    @Bean
    HealthIndicator dbHealthIndicator(DataSource database) {
        return () -> {
            try (Connection connection = database.getConnection()) {
                return Health.status(connection.isValid(1) ? Status.UP : Status.DOWN)
                        .build();
            } catch (SQLException silent) {
                // Asked every few seconds: why is in the log of the requests, once each.
                return Health.down().build();
            }
        };
    }
}
