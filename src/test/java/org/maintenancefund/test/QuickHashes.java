package org.maintenancefund.test;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Hashes with the least memory there is: at its full strength hashing was half of what a demo city takes to load. */
@TestConfiguration(proxyBeanMethods = false)
public class QuickHashes {

    @Bean
    @Primary
    PasswordEncoder quickPasswordEncoder() {
        return new Argon2PasswordEncoder(16, 32, 1, 8, 1);
    }
}
