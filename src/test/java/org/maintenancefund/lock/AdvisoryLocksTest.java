package org.maintenancefund.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Race;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class AdvisoryLocksTest {

    @Autowired
    AdvisoryLocks locks;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void theyAreTakenInOneOrder() {
        inTransaction(() -> {
            locks.lock(Purpose.AREA_REPORT, "a");
            locks.lock(Purpose.AREA_REPORT, "b");
            locks.lock(Purpose.SYSTEM_ADMINISTRATORS);
            assertThatThrownBy(() -> locks.lockShared(Purpose.AREAS))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("before SYSTEM_ADMINISTRATORS");
            inTransaction(() -> locks.lockShared(Purpose.AREAS));
        });
        inTransaction(() -> locks.lockShared(Purpose.AREAS));
    }

    @Test
    void whatATransactionHasItGetsAgainBehindOthers() {
        inTransaction(() -> {
            locks.lockShared(Purpose.AREAS);
            locks.lockShared(Purpose.BILLING, "a");
            locks.lock(Purpose.BILLING, "b");
            locks.lockShared(Purpose.AREAS);
            assertThatThrownBy(() -> locks.lock(Purpose.AREAS)).isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void onlyInATransaction() {
        assertThatThrownBy(() -> locks.lock(Purpose.AREAS)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatOneHasNobodyElseGetsBesideWhatIsSharedAndWhatIsOfAnother() {
        inTransaction(() -> {
            locks.lock(Purpose.AUDIT_SEALING);
            inTransaction(() -> {
                assertThat(locks.tryLock(Purpose.AUDIT_SEALING)).isFalse();
            });
        });
        inTransaction(() -> assertThat(locks.tryLock(Purpose.AUDIT_SEALING)).isTrue());
        inTransaction(() -> {
            locks.lockShared(Purpose.AREAS);
            locks.lock(Purpose.AREA_REPORT, "a");
            inTransaction(() -> {
                locks.lockShared(Purpose.AREAS);
                locks.lock(Purpose.AREA_REPORT, "b");
            });
        });
    }

    @Test
    void whoComesSecondWaits() throws InterruptedException {
        AtomicInteger inside = new AtomicInteger();
        Callable<Boolean> alone = () -> {
            inTransaction(() -> {
                locks.lock(Purpose.AREAS);
                assertThat(inside.incrementAndGet()).isEqualTo(1);
                inside.decrementAndGet();
            });
            return true;
        };
        assertThat(Race.of(List.of(alone, alone, alone, alone))).allMatch(Race.Outcome::won);
    }

    private void inTransaction(Runnable work) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        template.executeWithoutResult(status -> work.run());
    }
}
