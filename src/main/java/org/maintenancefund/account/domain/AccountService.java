package org.maintenancefund.account.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.AccountProperties;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.NewOperator;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.SharedNames;
import org.maintenancefund.account.Username;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.maintenancefund.organisation.OrganisationView;
import org.maintenancefund.organisation.Organisations;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions that make accounts and lead them to a password of their own; what is hashed is hashed before. */
@Component
@Transactional
@RequiredArgsConstructor
public class AccountService {

    /** Somebody set the first password of their own. */
    record OperatorActivated(String username) {}

    private final OperatorRepository operators;
    private final Organisations organisations;
    private final SharedNames sharedNames;
    private final AccountProperties limits;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final AdvisoryLocks locks;
    private final JdbcClient jdbc;
    private final Clock clock;

    public IssuedAccount create(NewOperator person, PreparedCode code) {
        String username = Username.parse(person.username()).value();
        if (operators.findByUsername(username).isPresent() || sharedNames.isKnown(username)) {
            throw Refusal.because("account.username.taken", username);
        }
        lock(person.organisation());
        Instant now = clock.instant();
        Instant expires = now.plus(limits.codeLifetime());
        Operator operator = Operator.created(person, username, code.hash(), expires, now);
        operators.saveAndFlush(operator);
        audit.record(AuditEvent.of("OPERATOR_CREATED").on("operator", username, person.personName()));
        return new IssuedAccount(operator.id(), username, code.code(), expires);
    }

    public IssuedAccount reissue(OperatorId id, String action, PreparedCode code) {
        Operator operator = operators.lock(id).orElseThrow(() -> new NotFound("operator " + id));
        Instant now = clock.instant();
        Instant expires = now.plus(limits.codeLifetime());
        operator.issue(code.hash(), expires, now);
        operators.saveAndFlush(operator);
        audit.record(AuditEvent.of(action)
                .on("operator", operator.username(), operator.view().personName()));
        return new IssuedAccount(operator.id(), operator.username(), code.code(), expires);
    }

    /** 停用: what is signed in ends, the user name stays taken. The last system administrator in use can't be disabled. */
    public void disable(OperatorId id) {
        Operator operator = operators.lock(id).orElseThrow(() -> new NotFound("operator " + id));
        if (operator.state() == OperatorState.DISABLED) {
            throw Refusal.because("account.refusal.disabled-already");
        }
        if (operator.view().role() == Role.SYSTEM_ADMIN && lockAdministrators().size() < 2) {
            throw Refusal.because("account.refusal.last-administrator");
        }
        operator.disable();
        operators.saveAndFlush(operator);
        record("OPERATOR_DISABLED", operator);
    }

    /** All in use, locked in one order: two who disable one another at once go one after the other. */
    private List<Operator> lockAdministrators() {
        locks.lock(Purpose.SYSTEM_ADMINISTRATORS);
        return operators.findActive(Role.SYSTEM_ADMIN);
    }

    /** Keeps the organisation as it is; {@link Refusal} where its people have their accounts elsewhere. */
    private void lock(OrgRef organisation) {
        OrganisationView locked = organisations.lock(organisation);
        if (locked.closed() == OrganisationView.Closed.QUALIFIED) {
            throw Refusal.because("account.refusal.shared-accounts", locked.name());
        }
    }

    /** Keeps the organisation of a local account as it is; asked before the account itself is locked. */
    public void lockOrganisation(OperatorId id) {
        jdbc.sql("SELECT org_type, org_id FROM operator WHERE id = :id AND password_source = 'LOCAL'")
                .param("id", id.value())
                .query((row, i) -> new OrgRef(OrgType.valueOf(row.getString(1)), row.getObject(2, UUID.class)))
                .optional()
                .ifPresent(this::lock);
    }

    /**
     * 启用, after a 停用; not where the organisation's people sign in elsewhere by now. The organisation is held before the
     * account, in the order in which its accounts are closed. Without a password of its own the account gets a new code: the
     * old one went with the 停用, and the time to activate it begins anew.
     */
    public Optional<IssuedAccount> enable(OperatorId id, PreparedCode code) {
        lockOrganisation(id);
        Operator operator = operators.lock(id).orElseThrow(() -> new NotFound("operator " + id));
        operator.enable();
        operators.saveAndFlush(operator);
        record("OPERATOR_ENABLED", operator);
        return operator.state() == OperatorState.PENDING_ACTIVATION
                ? Optional.of(reissue(id, "OPERATOR_CODE_REISSUED", code))
                : Optional.empty();
    }

    /** Name and mobile. */
    public void correct(OperatorId id, PersonName name, MobileNumber mobile) {
        Operator operator = operators.lock(id).orElseThrow(() -> new NotFound("operator " + id));
        OperatorView before = operator.view();
        operator.correct(name, mobile);
        operators.saveAndFlush(operator);
        audit.record(AuditEvent.of("OPERATOR_CORRECTED")
                .on("operator", operator.username(), name.toString())
                .change("personName", before.personName(), name)
                .change("mobile", before.mobile(), mobile));
    }

    private void record(String action, Operator operator) {
        audit.record(AuditEvent.of(action)
                .on("operator", operator.username(), operator.view().personName()));
    }

    /**
     * Sets the first password of one's own. One conditional update uses the code up: of two at once only one goes on.
     *
     * @param codeHash of the code that was right; false where another was issued since, or it is too old
     */
    public boolean activate(OperatorId id, String codeHash, String newPasswordHash) {
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
        record("OPERATOR_ACTIVATED", operator);
        events.publishEvent(new OperatorActivated(operator.username()));
        return true;
    }

    /** A later change; false where the password that was compared is the current one no more. */
    public boolean changePassword(OperatorId id, String comparedHash, String newPasswordHash) {
        Operator operator = operators.lock(id).orElseThrow(() -> new NotFound("operator " + id));
        if (!comparedHash.equals(operator.passwordHash())) {
            return false;
        }
        operator.changePassword(newPasswordHash, clock.instant());
        operators.saveAndFlush(operator);
        record("OPERATOR_PASSWORD_CHANGED", operator);
        return true;
    }

    /** Accounts nobody activated in time; their person can ask the district for a new code. */
    public int disableUnactivated() {
        Instant before = clock.instant()
                .atZone(clock.getZone())
                .minus(limits.unactivatedAfter())
                .toInstant();
        List<AuditEvent> lapsed = jdbc.sql(
                        "UPDATE operator SET state = 'DISABLED', code_hash = NULL, code_expires_at = NULL,"
                                + " session_epoch = session_epoch + 1, version = version + 1"
                                + " WHERE state = 'PENDING_ACTIVATION' AND issued_at < :before"
                                + " RETURNING username, person_name")
                .param("before", Timestamp.from(before))
                .query((row, i) -> AuditEvent.of("OPERATOR_LAPSED").on("operator", row.getString(1), row.getString(2)))
                .list();
        lapsed.forEach(audit::record);
        return lapsed.size();
    }
}
