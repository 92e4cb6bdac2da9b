package org.maintenancefund;

import java.time.Clock;
import org.maintenancefund.kernel.Times;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The city's time. Injected everywhere, so that tests and the demo city can set it. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    Clock clock() {
        return Clock.system(Times.ZONE);
    }
}
