package org.maintenancefund.embedded;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/**
 * Only in the embedded default: no database is configured, so the project's own PostgreSQL server runs and whoever started
 * it wants to look around. Never true where {@code spring.datasource.url} is set, nor in tests, which bring a database.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnEmbeddedDefault.class)
public @interface ConditionalOnEmbeddedDefault {}
