package org.maintenancefund.test;

import org.maintenancefund.demo.DemoLoader;
import org.maintenancefund.demo.SampleDirectory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Loads the demo city into the test's database when its context starts, with the sample directory beside it. */
@TestConfiguration(proxyBeanMethods = false)
public class DemoCity {

    @Bean
    ApplicationRunner demoCityLoading(DemoLoader loader) {
        return arguments -> loader.load();
    }

    @Bean
    SampleDirectory sampleDirectory() {
        return new SampleDirectory();
    }
}
