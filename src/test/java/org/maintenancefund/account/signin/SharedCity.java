package org.maintenancefund.account.signin;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.account.SharedCompanies;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.account.domain.Passwords;
import org.maintenancefund.account.shared.DirectoryFixture;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.test.World;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A directory beside the application, and companies that are admitted unless a test says otherwise. */
@TestConfiguration(proxyBeanMethods = false)
class SharedCity {

    @Bean(destroyMethod = "close")
    DirectoryFixture directory() {
        return DirectoryFixture.plain();
    }

    @Bean
    DynamicPropertyRegistrar directorySettings(DirectoryFixture directory) {
        return properties -> directory
                .configuration()
                .forEach((name, value) -> properties.add("app.shared-credentials." + name, () -> value));
    }

    @Bean
    @Primary
    Companies companies(World world) {
        return new Companies(world);
    }

    @Bean
    @Primary
    CountedPasswords countedPasswords(PasswordEncoder encoder) {
        return new CountedPasswords(encoder);
    }

    /** Hashes as always, and notes how often, and whether a transaction waited for it. */
    static class CountedPasswords extends Passwords {

        private final AtomicInteger hashed = new AtomicInteger();
        private final AtomicInteger inTransactions = new AtomicInteger();

        CountedPasswords(PasswordEncoder encoder) {
            super(encoder);
        }

        int hashed() {
            return hashed.getAndSet(0);
        }

        int inTransactions() {
            return inTransactions.getAndSet(0);
        }

        @Override
        public String hash(String secret) {
            note();
            return super.hash(secret);
        }

        @Override
        public boolean matches(String secret, @Nullable String hash) {
            note();
            return super.matches(secret, hash);
        }

        private void note() {
            hashed.incrementAndGet();
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                inTransactions.incrementAndGet();
            }
        }
    }

    /** Enters a company at the first question about it. */
    static class Companies implements SharedCompanies {

        private final Map<String, OrgRef> known = new ConcurrentHashMap<>();
        private final World world;
        private volatile @Nullable String refusal;

        Companies(World world) {
            this.world = world;
        }

        void refuse(@Nullable String code) {
            refusal = code;
        }

        /** Outside of anybody's transaction, as if it had been there before. */
        void prepare(String creditCode) {
            known.computeIfAbsent(
                    creditCode, code -> world.company("云州市澄园物业服务有限公司").ref());
        }

        @Override
        public Checked<OrgRef> admit(SharedPerson person) {
            String code = refusal;
            return code == null ? Checked.ok(known.get(person.creditCode().value())) : Checked.refused(code);
        }
    }
}
