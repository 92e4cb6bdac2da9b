package org.maintenancefund;

import java.time.Clock;
import java.time.ZoneId;
import org.maintenancefund.kernel.TravellingClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The city's time. Injected everywhere, so that tests and the demo city can set it. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    TravellingClock clock() {
        return new TravellingClock(Clock.system(ZoneId.of("Asia/Shanghai")));
    }
}
