package org.maintenancefund.account.shared;

import org.maintenancefund.account.SharedDirectory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The directory of the shared credentials, or none. */
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {

    @Bean
    SharedDirectory sharedDirectory() {
        return new NoDirectory();
    }
}
