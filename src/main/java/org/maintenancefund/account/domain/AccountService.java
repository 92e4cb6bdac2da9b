package org.maintenancefund.account.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.account.AccountChanged;
import org.maintenancefund.account.AccountChanged.Change;
import org.maintenancefund.account.AccountLimits;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.OneTimeCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Leads people to a password of their own, with a 激活码 the first time and with the current one later, and notes that they use
 * it. Compares and hashes first, then a short transaction writes, only where what was compared is still what is kept.
 */
@Component
@RequiredArgsConstructor
public class AccountService {

    /** Somebody set the first password of their own. */
    record OperatorActivated(String username) {}

    private record Lapsed(OperatorId id, AuditEvent event) {}

    private final OperatorRepository operators;
    private final AccountLimits limits;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Passwords passwords;
    private final TransactionTemplate transaction;

    /** Tells one 激活码 of an account from the next one without telling the code; empty where the account has none. */
    public Optional<String> codeHash(OperatorId id) {
        return operators.findById(id).map(Operator::codeHash);
    }

    /** Sets the first password of one's own; false where the code is wrong or too old. */
    public boolean activate(OperatorId id, OneTimeCode code, String newPassword) {
        String compared = codeHash(id).orElse(null);
        if (!passwords.matches(code.value(), compared) || compared == null) {
            return false;
        }
        String hash = passwords.hash(newPassword);
        return Boolean.TRUE.equals(transaction.execute(status -> activate(id, compared, hash)));
    }

    /** One conditional update uses the code up: of two at once only one goes on. */
    private boolean activate(OperatorId id, String codeHash, String newPasswordHash) {
        Operator operator = operators.lock(id).orElseThrow(() -> new NotFound("operator " + id));
        int used = jdbc.sql("UPDATE operator SET code_expires_at = 'epoch' WHERE id = :id AND code_hash = :hash"
                        + " AND code_expires_at > :now")
                .param("id", id.value())
                .param("hash", codeHash)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (used == 0) {
            return false;
        }
        operator.activate(newPasswordHash, clock.instant());
        operators.saveAndFlush(operator);
        audit.record(operator.event("OPERATOR_ACTIVATED"));
        events.publishEvent(new OperatorActivated(operator.username()));
        events.publishEvent(new AccountChanged(id, Change.ACTIVATED, clock.instant()));
        return true;
    }

    /** Another password; false where the current one is wrong. */
    public boolean change(OperatorId id, String current, String newPassword) {
        String compared = operators.findById(id).map(Operator::passwordHash).orElse(null);
        if (!passwords.matches(current, compared) || compared == null) {
            return false;
        }
        String hash = passwords.hash(newPassword);
        return Boolean.TRUE.equals(transaction.execute(status -> replace(id, compared, hash)));
    }

    private boolean replace(OperatorId id, String comparedHash, String newPasswordHash) {
        Operator operator = operators.lock(id).orElseThrow(() -> new NotFound("operator " + id));
        if (!comparedHash.equals(operator.passwordHash())) {
            return false;
        }
        operator.changePassword(newPasswordHash, clock.instant());
        operators.saveAndFlush(operator);
        audit.record(operator.event("OPERATOR_PASSWORD_CHANGED"));
        events.publishEvent(new AccountChanged(id, Change.PASSWORD_CHANGED, clock.instant()));
        return true;
    }

    /** Notes a sign-in; false with the initial password, which proves nothing: anybody knows it. */
    @Transactional
    public boolean signedIn(OperatorId id) {
        return jdbc.sql("UPDATE operator SET last_sign_in_at = :now WHERE id = :id AND state <> 'PENDING_ACTIVATION'")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /** Accounts nobody activated in time; their person can ask the district for a new code. */
    @Transactional
    public int disableUnactivated() {
        Instant before = clock.instant()
                .atZone(clock.getZone())
                .minus(limits.unactivatedAfter())
                .toInstant();
        List<Lapsed> lapsed = jdbc.sql(
                        "UPDATE operator SET state = 'DISABLED', code_hash = NULL, code_expires_at = NULL,"
                                + " session_epoch = session_epoch + 1, version = version + 1"
                                + " WHERE state = 'PENDING_ACTIVATION' AND issued_at < :before"
                                + " RETURNING id, username, person_name")
                .param("before", Timestamp.from(before))
                .query((row, i) -> new Lapsed(
                        new OperatorId(row.getObject(1, UUID.class)),
                        AuditEvent.of("OPERATOR_LAPSED").on("operator", row.getString(2), row.getString(3))))
                .list();
        lapsed.forEach(one -> {
            audit.record(one.event());
            events.publishEvent(new AccountChanged(one.id(), Change.LAPSED, clock.instant()));
        });
        return lapsed.size();
    }
}
