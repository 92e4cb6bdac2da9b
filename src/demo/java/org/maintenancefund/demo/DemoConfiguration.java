package org.maintenancefund.demo;

import java.time.Clock;
import org.maintenancefund.embedded.ConditionalOnEmbeddedDefault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What stands beside the application where somebody looks around or tests: a clock that can be set, a directory. */
@Configuration(proxyBeanMethods = false)
class DemoConfiguration {

    @Bean
    @Primary
    TravellingClock travellingClock(@Qualifier("clock") Clock clock) {
        return new TravellingClock(clock);
    }

    @Bean
    @Primary
    @ConditionalOnEmbeddedDefault
    DemoHashes demoHashes(@Qualifier("passwordEncoder") PasswordEncoder encoder) {
        return new DemoHashes(encoder);
    }

    @Bean
    @ConditionalOnEmbeddedDefault
    SampleDirectory sampleDirectory() {
        return new SampleDirectory();
    }
}
