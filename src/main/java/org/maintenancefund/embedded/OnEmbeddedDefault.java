package org.maintenancefund.embedded;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** No database is configured, and nobody said that there be no embedded one. */
class OnEmbeddedDefault extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder because = ConditionMessage.forCondition(ConditionalOnEmbeddedDefault.class);
        return holds(context.getEnvironment())
                ? ConditionOutcome.match(because.because("no database is configured"))
                : ConditionOutcome.noMatch(
                        because.because("a database is configured, or the embedded one switched off"));
    }

    static boolean holds(Environment environment) {
        return !StringUtils.hasText(environment.getProperty("spring.datasource.url"))
                && environment.getProperty("app.embedded.enabled", Boolean.class, true);
    }
}
