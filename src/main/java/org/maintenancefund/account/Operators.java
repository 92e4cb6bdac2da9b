package org.maintenancefund.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.account.domain.AccountService;
import org.maintenancefund.account.domain.Operator;
import org.maintenancefund.account.domain.OperatorRepository;
import org.maintenancefund.account.domain.OwnPasswords;
import org.maintenancefund.account.domain.Passwords;
import org.maintenancefund.account.domain.PreparedCode;
import org.maintenancefund.account.domain.SharedAccountService;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.web.ratelimit.Purpose;
import org.maintenancefund.web.ratelimit.Throttle;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Accounts, as other modules make and read them. Who may do it to whom is asked before, by the pages. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Operators {

    private final OperatorRepository operators;
    private final AccountService service;
    private final SharedAccountService shared;
    private final Throttle throttle;
    private final OwnPasswords ownPasswords;
    private final Passwords passwords;
    private final AuditTrail audit;

    /**
     * Makes an account with the initial password. Whether the directory has the user name is asked before.
     *
     * @throws org.maintenancefund.kernel.Refusal where the user name is none or taken
     */
    @Transactional
    public IssuedAccount create(NewOperator person, PreparedCode code) {
        return service.create(person, code);
    }

    /** The same with a new code; begins its own transaction after hashing it. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public IssuedAccount create(NewOperator person) {
        return service.create(person, passwords.newCode());
    }

    /** 重新签发激活码: the old code is void, the account still waits for its first sign-in. */
    @Transactional
    public IssuedAccount reissueActivation(OperatorId id, PreparedCode code) {
        return service.reissue(id, "OPERATOR_CODE_REISSUED", code);
    }

    /** 重置密码: back to the initial password with a new code; what is signed in ends. */
    @Transactional
    public IssuedAccount resetPassword(OperatorId id, PreparedCode code) {
        return service.reissue(id, "OPERATOR_PASSWORD_RESET", code);
    }

    /** Uses up the code and sets the first password of one's own; false where the code is wrong or too old. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean activate(String username, OneTimeCode code, String newPassword) {
        return operators
                .findByUsername(Username.normalise(username))
                .filter(operator -> ownPasswords.activate(operator.id(), code, newPassword))
                .isPresent();
    }

    /**
     * 停用 as it was seen: what is signed in ends.
     *
     * @throws org.maintenancefund.kernel.Refusal for the last system administrator in use
     */
    @Transactional
    public void disable(AccountVersion seen) {
        lockAsSeen(seen);
        service.disable(seen.id());
    }

    /**
     * 启用 as it was seen, with the password the person had; who has none of their own gets the code, which is the answer. The
     * organisation is held first, in the order in which its accounts are closed.
     */
    @Transactional
    public Optional<IssuedAccount> enable(AccountVersion seen, PreparedCode code) {
        service.lockOrganisation(seen.id());
        lockAsSeen(seen);
        return service.enable(seen.id(), code);
    }

    /** Corrects name and mobile as they were seen; who the person is stays the same. */
    @Transactional
    public void correct(AccountVersion seen, PersonName name, MobileNumber mobile) {
        lockAsSeen(seen);
        service.correct(seen.id(), name, mobile);
    }

    /**
     * Keeps the account as it is until the running transaction ends, for who acts on it as they saw it.
     *
     * @throws StaleVersion where somebody changed it since
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockAsSeen(AccountVersion seen) {
        int version = operators
                .lock(seen.id())
                .map(Operator::version)
                .orElseThrow(() -> new NotFound("operator " + seen.id()));
        if (version != seen.version()) {
            throw new StaleVersion(seen.id());
        }
    }

    /** 解除登录限制: what was guessed so far is forgotten, strangers' browsers may try again. */
    @Transactional
    public void liftThrottle(OperatorId id) {
        operators.findById(id).map(Operator::username).ifPresent(username -> {
            throttle.lift(Purpose.PASSWORD, username);
            audit.record(AuditEvent.of("OPERATOR_THROTTLE_LIFTED").on("operator", username, username));
        });
    }

    /** Disables the organisation's local accounts and ends their sessions: its people sign in elsewhere now. How many. */
    @Transactional
    public int closeLocal(OrgRef organisation) {
        return shared.closeLocal(organisation);
    }

    /** A person of the directory is disabled or gone there: refused here from the next request on. False where they were. */
    @Transactional
    public boolean markGone(String username) {
        return shared.markGone(username);
    }

    /**
     * Takes over what the directory says of somebody who signed in before: name, mobile, company; who was gone is back, who
     * is disabled there is gone. People who never signed in have no account and get none. False where nothing changed.
     */
    @Transactional
    public boolean refresh(SharedPerson person, OrgRef company) {
        return shared.refresh(person, company);
    }

    /** Everybody of the directory who ever signed in here, by user name; the disabled too. */
    public List<OperatorView> ofDirectory() {
        return operators.findAllShared().stream().map(Operator::view).toList();
    }

    public List<OperatorView> of(OrgRef organisation) {
        return operators.findAllOf(organisation).stream().map(Operator::view).toList();
    }

    /** The people of several organisations of one kind at once; organisations without any are left out. */
    public Map<OrgRef, List<OperatorView>> of(OrgType type, Collection<OrgRef> organisations) {
        return operators.findAllOf(type, organisations.stream().map(OrgRef::id).toList()).stream()
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
