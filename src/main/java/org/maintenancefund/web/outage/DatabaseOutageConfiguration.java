package org.maintenancefund.web.outage;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.DispatcherType;
import javax.sql.DataSource;
import org.maintenancefund.web.request.RequestProperties;
import org.springframework.beans.factory.config.BeanPostProcessor;
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

    @Bean
    DatabaseHealthIndicator dbHealthIndicator(DataSource database) {
        return new DatabaseHealthIndicator(database);
    }
}
