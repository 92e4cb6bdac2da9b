package org.maintenancefund.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.Username;
import org.maintenancefund.account.domain.CurrentUsers;
import org.maintenancefund.account.domain.Operator;
import org.maintenancefund.account.domain.OperatorRepository;
import org.maintenancefund.account.domain.Passwords;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.organisation.Organisations;
import org.maintenancefund.organisation.Suspension;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.maintenancefund.web.ratelimit.TooManyRequests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;

/**
 * Checks a user name and a password. The throttle is asked before anything is hashed; a name that nobody has costs the same
 * and gets the same answer as a wrong password. Where nobody has the name here the shared directory is asked; a local name
 * never leaves the house, but its refusal takes the same steps.
 */
@Service
class SignIn {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    private final OperatorRepository operators;
    private final Passwords passwords;
    private final SharedSignIn shared;
    private final SignInThrottle throttle;
    private final AddressThrottle addresses;
    private final RateLimits rateLimits;
    private final DeviceCookies devices;
    private final CurrentUsers users;
    private final SignInSessions sessions;
    private final Organisations organisations;
    private final AuthenticationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    SignIn(
            OperatorRepository operators,
            Passwords passwords,
            SharedSignIn shared,
            SignInThrottle throttle,
            AddressThrottle addresses,
            RateLimits rateLimits,
            DeviceCookies devices,
            CurrentUsers users,
            SignInSessions sessions,
            Organisations organisations,
            AuthenticationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.operators = operators;
        this.passwords = passwords;
        this.shared = shared;
        this.throttle = throttle;
        this.addresses = addresses;
        this.rateLimits = rateLimits;
        this.devices = devices;
        this.users = users;
        this.sessions = sessions;
        this.organisations = organisations;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Signs in and begins a session, or says why not. */
    Checked<CurrentUser> signIn(
            String typedName, String password, HttpServletRequest request, HttpServletResponse response) {
        String username = Username.normalise(typedName);
        String subject = DeviceCookies.subject(username);
        String device = devices.device(request, subject);
        if (SignInThrottle.UNKNOWN.equals(device)) {
            addresses.check(request);
        }
        Operator known = operators.findByUsername(username).orElse(null);
        Authentication attempt = UsernamePasswordAuthenticationToken.unauthenticated(username, null);
        // Anybody knows the initial password: there is nothing to guess, and no try at guessing to count.
        boolean counted = !isInitial(known, password);
        Optional<Duration> wait = counted ? throttle.ask(subject, device) : Optional.empty();
        if (wait.isPresent()) {
            tellThrottled(attempt, request);
            return refused(wait.get());
        }
        if (!counted) {
            // Bounds the sessions that an address may begin with it, not the people of an office.
            rateLimits.take("first-sign-in", request);
        }
        Checked<Operator> proven = known != null && !counted ? Checked.ok(known) : prove(username, known, password);
        Checked<Operator> admitted = proven.isOk() ? ofOrganisationInUse(proven.value()) : proven;
        if (!admitted.isOk()) {
            if (!SharedSignIn.isProven(admitted.reason())) {
                if (!SharedSignIn.isOutage(admitted.reason())) {
                    // During an outage everybody fails, whatever they typed: that is no reason to shut out an office.
                    addresses.failed(request, subject);
                }
            } else if (counted) {
                throttle.giveBack(subject, device);
            }
            events.publishAuthenticationFailure(shared.failure(admitted.reason(), known), attempt);
            return new Checked.Refused<>(admitted.reason());
        }
        return Checked.ok(begin(admitted.value(), subject, device, request, response));
    }

    /** Nobody is to fill the audit trail with tries that nobody looks at. */
    private void tellThrottled(Authentication attempt, HttpServletRequest request) {
        try {
            rateLimits.take("sign-in", request);
            events.publishAuthenticationFailure(new LockedException("throttled"), attempt);
        } catch (TooManyRequests told) {
            log.debug("More tries at accounts that have to wait than are told in the audit trail");
        }
    }

    private static boolean isInitial(@Nullable Operator known, String password) {
        return known != null && known.state() == OperatorState.PENDING_ACTIVATION && Passwords.INITIAL.equals(password);
    }

    /** The account, or the sentence for the page; the same for everybody who doesn't know the password, and as soon. */
    private Checked<Operator> prove(String username, @Nullable Operator known, String password) {
        boolean right = passwords.matches(password, known == null ? null : known.passwordHash());
        if (shared.isFor(known)) {
            return shared.signIn(username, known, password);
        }
        return right && known != null && known.state() != OperatorState.DISABLED
                ? Checked.ok(known)
                : shared.refuseLocal(password);
    }

    /** Told to who knew the password only. Where it begins this very moment, the next request ends the session. */
    private Checked<Operator> ofOrganisationInUse(Operator operator) {
        Optional<Suspension> rests = organisations.suspension(operator.organisation());
        return rests.isEmpty()
                ? Checked.ok(operator)
                : Checked.refused(
                        "account.sign-in.suspended." + rests.get().cause().type());
    }

    private CurrentUser begin(
            Operator operator,
            String subject,
            String device,
            HttpServletRequest request,
            HttpServletResponse response) {
        CurrentUser user = users.of(operator);
        if (operator.state() != OperatorState.PENDING_ACTIVATION) {
            // The initial password proves nothing: anybody knows it. Only a password of one's own makes a browser
            // known.
            throttle.forget(subject, device);
            devices.remember(request, response, subject);
            jdbc.sql("UPDATE operator SET last_sign_in_at = :now WHERE id = :id")
                    .param("now", Timestamp.from(clock.instant()))
                    .param("id", user.operatorId().value())
                    .update();
        }
        sessions.begin(user, operator.sessionEpoch(), request, response);
        events.publishAuthenticationSuccess(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
        return user;
    }

    private static Checked<CurrentUser> refused(Duration wait) {
        return wait.isZero()
                ? Checked.refused("account.sign-in.strangers-out")
                : Checked.refused(
                        "account.sign-in.wait", Math.max(1, wait.plusSeconds(59).toMinutes()));
    }
}
