package org.maintenancefund.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.AccountChanged.Change;
import org.maintenancefund.account.domain.AccountService;
import org.maintenancefund.account.domain.Operator;
import org.maintenancefund.account.domain.OperatorRepository;
import org.maintenancefund.account.domain.Passwords;
import org.maintenancefund.account.domain.Passwords.PreparedCode;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.organisation.OrganisationView;
import org.maintenancefund.organisation.Organisations;
import org.maintenancefund.web.AskedOnce;
import org.maintenancefund.web.ratelimit.Purpose;
import org.maintenancefund.web.ratelimit.Throttle;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts, as other modules make and read them. Who may do it to whom is asked before, by the pages. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Operators {

    /**
     * People an organisation should have, so that one who is away does not stop everything: a registration that names fewer is
     * warned, an organisation that has fewer is looked after.
     */
    public static final int NORM = 2;

    private final OperatorRepository operators;
    private final Organisations organisations;
    private final SharedNames sharedNames;
    private final AccountLimits limits;
    private final Throttle throttle;
    private final AccountService accounts;
    private final Passwords passwords;
    private final AuditTrail audit;
    private final AdvisoryLocks locks;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * Makes an account with the initial password. Whether the directory has the user name is asked before.
     *
     * @throws org.maintenancefund.kernel.Refusal where the user name is none or taken
     */
    @Transactional
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
        audit.record(operator.event("OPERATOR_CREATED"));
        tell(operator, Change.CREATED);
        return new IssuedAccount(operator.id(), username, code.code(), expires);
    }

    /** The same with a new code; begins its own transaction after hashing it. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public IssuedAccount create(NewOperator person) {
        PreparedCode code = passwords.newCode();
        return Objects.requireNonNull(transaction.execute(status -> create(person, code)));
    }

    /** 重新签发激活码: the old code is void, the account still waits for its first sign-in. */
    @Transactional
    public IssuedAccount reissueActivation(OperatorId id, PreparedCode code) {
        return issue(lock(id), "OPERATOR_CODE_REISSUED", Change.CODE_REISSUED, code);
    }

    /** 重置密码: back to the initial password with a new code; what is signed in ends. */
    @Transactional
    public IssuedAccount resetPassword(OperatorId id, PreparedCode code) {
        return issue(lock(id), "OPERATOR_PASSWORD_RESET", Change.PASSWORD_RESET, code);
    }

    private IssuedAccount issue(Operator operator, String action, Change change, PreparedCode code) {
        Instant now = clock.instant();
        Instant expires = now.plus(limits.codeLifetime());
        operator.issue(code.hash(), expires, now);
        operators.saveAndFlush(operator);
        audit.record(operator.event(action));
        tell(operator, change);
        return new IssuedAccount(operator.id(), operator.username(), code.code(), expires);
    }

    /** Uses up the code and sets the first password of one's own; false where the code is wrong or too old. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean activate(String username, OneTimeCode code, String newPassword) {
        return operators
                .findByUsername(Username.normalise(username))
                .filter(operator -> accounts.activate(operator.id(), code, newPassword))
                .isPresent();
    }

    /**
     * 停用 as it was seen: what is signed in ends, the user name stays taken.
     *
     * @throws org.maintenancefund.kernel.Refusal for the last system administrator in use
     */
    @Transactional
    public void disable(AccountVersion seen) {
        Operator operator = lockSeen(seen);
        if (operator.state() == OperatorState.DISABLED) {
            throw Refusal.because("account.refusal.disabled-already");
        }
        if (operator.view().role() == Role.SYSTEM_ADMIN && isLastAdministrator()) {
            throw Refusal.because("account.refusal.last-administrator");
        }
        operator.disable();
        operators.saveAndFlush(operator);
        audit.record(operator.event("OPERATOR_DISABLED"));
        tell(operator, Change.DISABLED);
    }

    /**
     * 停用 of everybody of an organisation that is dissolved in the running transaction: what is signed in ends, the user names
     * stay taken. Answers who was in use until now, by user name.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OperatorView> disableAll(OrgRef organisation) {
        List<Operator> inUse = operators.lockLocalInUse(organisation);
        List<OperatorView> before = inUse.stream()
                .map(Operator::view)
                .sorted(Comparator.comparing(OperatorView::username))
                .toList();
        inUse.forEach(operator -> {
            operator.disable();
            audit.record(operator.event("OPERATOR_DISABLED"));
            tell(operator, Change.DISABLED);
        });
        return before;
    }

    /** Asked by one at a time: two who disable one another at once go one after the other. */
    private boolean isLastAdministrator() {
        locks.lock(AdvisoryLocks.Purpose.SYSTEM_ADMINISTRATORS);
        return operators.findActive(Role.SYSTEM_ADMIN).size() < 2;
    }

    /**
     * 启用 as it was seen, with the password the person had; who has none of their own gets the code, which is the answer: the
     * old one went with the 停用, and the time to activate it begins anew. Not where the organisation's people sign in
     * elsewhere by now. The organisation is held first, in the order in which its accounts are closed.
     */
    @Transactional
    public Optional<IssuedAccount> enable(AccountVersion seen, PreparedCode code) {
        jdbc.sql("SELECT org_type, org_id FROM operator WHERE id = :id AND password_source = 'LOCAL'")
                .param("id", seen.id().value())
                .query((row, i) -> new OrgRef(OrgType.valueOf(row.getString(1)), row.getObject(2, UUID.class)))
                .optional()
                .ifPresent(this::lock);
        Operator operator = lockSeen(seen);
        operator.enable();
        operators.saveAndFlush(operator);
        audit.record(operator.event("OPERATOR_ENABLED"));
        tell(operator, Change.ENABLED);
        return operator.state() == OperatorState.PENDING_ACTIVATION
                ? Optional.of(issue(operator, "OPERATOR_CODE_REISSUED", Change.CODE_REISSUED, code))
                : Optional.empty();
    }

    /** Keeps the organisation as it is; {@link Refusal} where its people have their accounts elsewhere, or it is dissolved. */
    private void lock(OrgRef organisation) {
        OrganisationView locked = organisations.lock(organisation);
        if (locked.closed() == OrganisationView.Closed.QUALIFIED) {
            throw Refusal.because("account.refusal.shared-accounts", locked.name());
        }
        if (locked.closed() == OrganisationView.Closed.DISSOLVED) {
            throw Refusal.because("account.creation.closed.DISSOLVED");
        }
    }

    /** Corrects name and mobile as they were seen; who the person is stays the same. */
    @Transactional
    public void correct(AccountVersion seen, PersonName name, MobileNumber mobile) {
        Operator operator = lockSeen(seen);
        OperatorView before = operator.view();
        operator.correct(name, mobile);
        operators.saveAndFlush(operator);
        audit.record(operator.event("OPERATOR_CORRECTED")
                .change("personName", before.personName(), name)
                .change("mobile", before.mobile(), mobile));
    }

    /**
     * Keeps the account as it is until the running transaction ends, for who acts on it as they saw it.
     *
     * @throws StaleVersion where somebody changed it since
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockAsSeen(AccountVersion seen) {
        lockSeen(seen);
    }

    private Operator lockSeen(AccountVersion seen) {
        Operator operator = lock(seen.id());
        if (operator.version() != seen.version()) {
            throw new StaleVersion(seen.id());
        }
        return operator;
    }

    private void tell(Operator operator, Change change) {
        events.publishEvent(new AccountChanged(operator.id(), change, clock.instant()));
    }

    private Operator lock(OperatorId id) {
        return operators.lock(id).orElseThrow(() -> new NotFound("operator " + id));
    }

    /** 解除登录限制: what was guessed so far is forgotten, strangers' browsers may try again. */
    @Transactional
    public void liftThrottle(OperatorId id) {
        operators.findById(id).map(Operator::username).ifPresent(username -> {
            throttle.lift(Purpose.PASSWORD, username);
            audit.record(AuditEvent.of("OPERATOR_THROTTLE_LIFTED").on("operator", username, username));
        });
    }

    /** The people of the organisation, disabled ones too, in the order of their accounts; asked once for all parts of a page. */
    public List<OperatorView> of(OrgRef organisation) {
        return AskedOnce.of(
                new OfOrganisation(organisation),
                () -> operators.findAllOf(organisation).stream()
                        .map(Operator::view)
                        .toList());
    }

    private record OfOrganisation(OrgRef organisation) {}

    /** The people of several organisations of one kind at once; organisations without any are left out. */
    public Map<OrgRef, List<OperatorView>> of(OrgType type, Collection<OrgRef> organisations) {
        return organisations.isEmpty()
                ? Map.of()
                : operators
                        .findAllOf(
                                type.name(),
                                organisations.stream().map(OrgRef::id).toArray(UUID[]::new))
                        .stream()
                        .map(Operator::view)
                        .collect(Collectors.groupingBy(OperatorView::organisation));
    }

    /** How many people of the organisation have an account in use. */
    public int inUse(OrgRef organisation) {
        return (int) of(organisation).stream().filter(OperatorView::isInUse).count();
    }

    /** The account; {@link NotFound} where there is none. */
    public OperatorView get(OperatorId id) {
        return find(id).orElseThrow(() -> new NotFound("operator " + id));
    }

    public Optional<OperatorView> find(OperatorId id) {
        return operators.findById(id).map(Operator::view);
    }

    public Optional<OperatorView> findByUsername(String username) {
        return operators.findByUsername(Username.normalise(username)).map(Operator::view);
    }
}
