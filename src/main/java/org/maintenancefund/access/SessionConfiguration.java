package org.maintenancefund.access;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.support.TransactionOperations;

/** Sessions in the database, asked as seldom as they can be. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /**
     * A second bean would make Spring Boot leave out its own, so its own is replaced once it is made: whoever wants the sessions
     * injects {@link org.springframework.session.FindByIndexNameSessionRepository}. It still sweeps and ends itself.
     */
    @Bean
    static BeanPostProcessor thriftySessions(ObjectProvider<JdbcTemplate> jdbc) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcIndexedSessionRepository stored
                        ? new ThriftySessions<>(stored, withoutTransactions(jdbc.getObject()))
                        : bean;
            }
        };
    }

    /** One statement reads a session, and needs no transaction around it; what writes keeps its own. */
    private static JdbcIndexedSessionRepository withoutTransactions(JdbcTemplate jdbc) {
        return new JdbcIndexedSessionRepository(jdbc, TransactionOperations.withoutTransaction());
    }

    @Bean
    FilterRegistrationBean<ThriftySessions.PerRequest> sessionsOfOneRequest() {
        FilterRegistrationBean<ThriftySessions.PerRequest> filter =
                new FilterRegistrationBean<>(new ThriftySessions.PerRequest());
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return filter;
    }
}
