package org.maintenancefund.access;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    static BeanPostProcessor thriftySessions() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcIndexedSessionRepository stored ? new ThriftySessions<>(stored) : bean;
            }
        };
    }

    /**
     * Each of its statements by itself: a session that is read needs no transaction, and one that was written by half has no
     * one signed in. Only for who asks for it by its name, as Spring Session does.
     */
    @Bean(defaultCandidate = false)
    @Qualifier("springSessionTransactionOperations")
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    @Bean
    FilterRegistrationBean<ThriftySessions.PerRequest> sessionsOfOneRequest() {
        FilterRegistrationBean<ThriftySessions.PerRequest> filter =
                new FilterRegistrationBean<>(new ThriftySessions.PerRequest());
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return filter;
    }
}
