package org.maintenancefund.account.shared;

import org.maintenancefund.embedded.ConditionalOnEmbeddedDefault;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the sample directory with the embedded default, where its library is at hand. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnEmbeddedDefault
@ConditionalOnClass(name = "com.unboundid.ldap.listener.InMemoryDirectoryServer")
class SampleDirectoryConfiguration {

    @Bean(destroyMethod = "close")
    SampleDirectory sampleDirectory() {
        return new SampleDirectory();
    }
}
