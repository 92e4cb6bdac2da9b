package org.maintenancefund.account.shared;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The directory of the shared credentials: the configured one, the sample of the embedded default, or none. */
@Configuration(proxyBeanMethods = false)
public class DirectoryConfiguration {

    /** A directory with made-up people, for looking around; an interface, because its library is not always there. */
    public interface Sample {

        /** How it is reached. */
        SharedCredentialsProperties settings();
    }

    @Bean
    DirectoryLogin sharedDirectory(SharedCredentialsProperties configured, ObjectProvider<Sample> sample) {
        SharedCredentialsProperties settings = configured;
        Sample found = sample.getIfAvailable();
        if (!configured.isConfigured() && found != null) {
            settings = found.settings();
        }
        if (!settings.isConfigured()) {
            return new NoDirectory();
        }
        SettingsCheck.check(settings);
        return new LdapDirectory(settings);
    }

    /** Seen in the health as a whole and not in readiness: without the directory local accounts go on. */
    @Bean
    HealthIndicator sharedDirectoryHealthIndicator(DirectoryLogin directory) {
        return () -> {
            if (!(directory instanceof LdapDirectory ldap)) {
                return Health.unknown().build();
            }
            try {
                ldap.probe();
                return Health.up().build();
            } catch (RuntimeException failure) {
                return Health.down().build();
            }
        };
    }
}
