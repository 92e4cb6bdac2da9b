package org.maintenancefund.account.shared;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The embedded default's sample directory beside a test's city; it is asked over the wire. */
@TestConfiguration(proxyBeanMethods = false)
public class SampleDirectoryBeside {

    @Bean(destroyMethod = "close")
    SampleDirectory sampleDirectory() {
        return new SampleDirectory();
    }
}
