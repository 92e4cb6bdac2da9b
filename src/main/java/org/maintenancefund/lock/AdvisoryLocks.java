package org.maintenancefund.lock;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * PostgreSQL's advisory locks, from here to the end of the transaction. A transaction that takes several takes them in the
 * order of {@link Purpose}, so that no two wait crosswise; another order fails at once, also where nobody is waiting.
 */
@Component
@RequiredArgsConstructor
public class AdvisoryLocks {

    /** What is locked, in the order in which locks are taken. */
    public enum Purpose {
        /**
         * Property areas as a whole: shared by who submits or decides an application, alone by who merges areas, approves the end of
         * a committee, or changes the holidays, with which due dates move. One for all of them, because there are few of those, each
         * takes some milliseconds, and which areas a transaction touches is not known when it begins. Taken before any row.
         */
        AREAS,
        /**
         * The bills of an area: alone by who bills it, takes bills back or records a whole file of payments, shared by
         * who pays or adjusts one of them. So a payment stands
         * wholly before a run or wholly behind it. Taken before any bill.
         */
        BILLING,
        /** The receipts of a unit: of two payments of it, or a payment and a reversal, the second sees the first. */
        RECEIPTS,
        /** The bank lines of a fund account: of two statements the second is compared with what the first one left. */
        BANK_LINES,
        /** A report of a missing area, by its token: of two of the same at once the second finds the first. */
        AREA_REPORT,
        /** The system administrators: of two who disable one another at once one stays. */
        SYSTEM_ADMINISTRATORS,
        /** The counters of wrong codes of a network at one account: no more of them are opened than are allowed. */
        CODE_COUNTERS,
        /** Which notices are pinned: of two pinned at once the second finds no room. */
        PINNED_NOTICES,
        /** The months of the audit trail: of two instances one makes a month. */
        AUDIT_MONTHS,
        /** The end of the audit trail's chain: of several instances one seals. */
        AUDIT_SEALING
    }

    private final JdbcClient jdbc;

    /** Waits until nobody else has it. */
    public void lock(Purpose purpose) {
        lock(purpose, "");
    }

    /** Waits until nobody else has it for that one. */
    public void lock(Purpose purpose, String of) {
        take("pg_advisory_xact_lock", purpose, of);
    }

    /** Waits until nobody has it alone; any number share it. */
    public void lockShared(Purpose purpose) {
        lockShared(purpose, "");
    }

    /** Waits until nobody has it alone for that one; any number share it. */
    public void lockShared(Purpose purpose, String of) {
        take("pg_advisory_xact_lock_shared", purpose, of);
    }

    /** Takes it where nobody else has it; false where somebody has. */
    public boolean tryLock(Purpose purpose) {
        return take("pg_try_advisory_xact_lock", purpose, "");
    }

    private boolean take(String function, Purpose purpose, String of) {
        Taken.inThisTransaction().next(purpose, function + of);
        return jdbc.sql("SELECT " + function + "(:purpose, hashtext(:of))")
                .param("purpose", purpose.ordinal())
                .param("of", of)
                // The functions that wait return nothing.
                .query((row, i) -> !"f".equals(row.getString(1)))
                .single();
    }

    /** Those that a transaction took, and the last purpose among them. */
    private static final class Taken implements TransactionSynchronization {

        private final Set<Map.Entry<Purpose, String>> all = new HashSet<>();
        private Purpose last = Purpose.values()[0];

        static Taken inThisTransaction() {
            return TransactionSynchronizationManager.getSynchronizations().stream()
                    .filter(Taken.class::isInstance)
                    .map(Taken.class::cast)
                    .findFirst()
                    .orElseGet(() -> {
                        Taken none = new Taken();
                        TransactionSynchronizationManager.registerSynchronization(none);
                        return none;
                    });
        }

        /** One that it has already is taken again at any time: nobody is waited for. */
        void next(Purpose purpose, String which) {
            if (all.contains(Map.entry(purpose, which))) {
                return;
            }
            if (purpose.compareTo(last) < 0) {
                throw new IllegalStateException(purpose + " is to be locked before " + last);
            }
            last = purpose;
            all.add(Map.entry(purpose, which));
        }
    }
}
