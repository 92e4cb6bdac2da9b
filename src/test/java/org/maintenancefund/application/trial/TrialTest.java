package org.maintenancefund.application.trial;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.application.ApplicationDecided;
import org.maintenancefund.application.ApplicationLapsed;
import org.maintenancefund.application.ApplicationSubmitted;
import org.maintenancefund.city.Districts;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The application with the kind on trial beside the others, in a database of its own with one district that takes the kind.
 * All classes with this annotation share one context; nothing is rolled back, for what is told after a commit is looked at.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@IntegrationTest
@Import({TrialTest.Trial.class, TrialApplicant.class})
@interface TrialTest {

    @TestConfiguration(proxyBeanMethods = false)
    class Trial {

        @Bean
        TestApplicationPolicy testApplicationPolicy(Districts districts) {
            return new TestApplicationPolicy(districts);
        }

        @Bean
        TestApplicationDefinition testApplicationDefinition(TestApplicationPolicy policy) {
            return new TestApplicationDefinition(policy, new TestApplicationPresenter());
        }

        /** The rule that names the kinds is not there in this database, and it has a district. */
        @Bean
        SmartInitializingSingleton roomForTheTrial(JdbcClient jdbc, World world) {
            return () -> {
                jdbc.sql("ALTER TABLE application DROP CONSTRAINT ck_application_kind")
                        .update();
                world.district("TS", "试办区", "试办街道");
            };
        }

        @Bean
        Heard heard() {
            return new Heard();
        }
    }

    /** What was told after commits. */
    class Heard {

        final List<Object> events = new ArrayList<>();

        @TransactionalEventListener
        void on(ApplicationSubmitted event) {
            events.add(event);
        }

        @TransactionalEventListener
        void on(ApplicationDecided event) {
            events.add(event);
        }

        @TransactionalEventListener
        void on(ApplicationLapsed event) {
            events.add(event);
        }
    }
}
