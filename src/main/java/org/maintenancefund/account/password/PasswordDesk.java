package org.maintenancefund.account.password;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.domain.AccountDesk;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes passwords. Wrong tries slow down, per account from the sixth on, doubling to fifteen minutes; they never make a
 * code useless. A try is counted before it is looked at, in a transaction of its own.
 */
@Component
class PasswordDesk {

    private static final int FREE_TRIES = 5;

    private final Operators operators;
    private final AccountDesk accounts;
    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    PasswordDesk(
            Operators operators,
            AccountDesk accounts,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.operators = operators;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** The first password of one's own; false where the code is wrong or too old. */
    boolean activate(CurrentUser user, OneTimeCode code, String password) {
        countTry(user);
        return operators.activate(user.username(), code, password);
    }

    /** Another password; false where the current one is wrong. */
    boolean change(CurrentUser user, String current, String password) {
        countTry(user);
        return accounts.changePassword(user.operatorId(), current, password);
    }

    private void countTry(CurrentUser user) {
        Instant now = clock.instant();
        Optional<Instant> blocked = ownTransaction.execute(status -> {
            boolean counted = jdbc.sql("UPDATE operator SET code_failures = code_failures + 1, code_blocked_until ="
                                    + " CASE WHEN code_failures + 1 >= :free THEN cast(:now AS timestamptz)"
                                    + " + least(interval '1 minute' * power(2, least(code_failures + 1 - :free, 10)),"
                                    + " interval '15 minutes') END"
                                    + " WHERE id = :id AND (code_blocked_until IS NULL OR code_blocked_until <= :now)")
                            .param("free", FREE_TRIES)
                            .param("now", Timestamp.from(now))
                            .param("id", user.operatorId().value())
                            .update()
                    == 1;
            return counted
                    ? Optional.<Instant>empty()
                    : jdbc.sql("SELECT code_blocked_until FROM operator WHERE id = :id")
                            .param("id", user.operatorId().value())
                            .query((row, i) -> row.getTimestamp(1).toInstant())
                            .optional();
        });
        if (blocked != null && blocked.isPresent()) {
            long minutes = Math.max(
                    1, Duration.between(now, blocked.get()).plusSeconds(59).toMinutes());
            throw Refusal.because("account.code.wait", minutes);
        }
    }
}
