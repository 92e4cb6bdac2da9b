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
import org.maintenancefund.account.SuspendedOrganisations;
import org.maintenancefund.account.Suspension;
import org.maintenancefund.account.Username;
import org.maintenancefund.account.domain.CurrentUsers;
import org.maintenancefund.account.domain.Operator;
import org.maintenancefund.account.domain.OperatorRepository;
import org.maintenancefund.account.domain.Passwords;
import org.maintenancefund.kernel.Checked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Service;

/**
 * Checks a user name and a password. The throttle is asked before anything is hashed; a name that nobody has costs the same
 * and gets the same answer as a wrong password. Where nobody has the name here the shared directory is asked; a local name
 * never leaves the house.
 */
@Service
class SignIn {

    private final OperatorRepository operators;
    private final Passwords passwords;
    private final SharedSignIn shared;
    private final SignInThrottle throttle;
    private final DeviceCookies devices;
    private final CurrentUsers users;
    private final SignInSessions sessions;
    private final SuspendedOrganisations suspended;
    private final AuthenticationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    SignIn(
            OperatorRepository operators,
            Passwords passwords,
            SharedSignIn shared,
            SignInThrottle throttle,
            DeviceCookies devices,
            CurrentUsers users,
            SignInSessions sessions,
            SuspendedOrganisations suspended,
            AuthenticationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.operators = operators;
        this.passwords = passwords;
        this.shared = shared;
        this.throttle = throttle;
        this.devices = devices;
        this.users = users;
        this.sessions = sessions;
        this.suspended = suspended;
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
        Authentication attempt = UsernamePasswordAuthenticationToken.unauthenticated(username, null);
        Optional<Duration> wait = throttle.ask(subject, device);
        if (wait.isPresent()) {
            events.publishAuthenticationFailure(new LockedException("throttled"), attempt);
            return refused(wait.get());
        }
        Operator operator = operators.findByUsername(username).orElse(null);
        boolean right = isRight(operator, password);
        if (shared.isFor(operator)) {
            Checked<Operator> answer = shared.signIn(username, password);
            if (!answer.isOk()) {
                AuthenticationException failure = SharedSignIn.failure(answer.reason());
                if (!(failure instanceof BadCredentialsException)) {
                    throttle.giveBack(subject, device);
                }
                events.publishAuthenticationFailure(failure, attempt);
                return new Checked.Refused<>(answer.reason());
            }
            operator = answer.value();
        } else if (!right || operator == null || operator.state() == OperatorState.DISABLED) {
            events.publishAuthenticationFailure(new BadCredentialsException("refused"), attempt);
            return Checked.refused(shared.wrong());
        }
        Optional<Suspension> rests = suspended.find(operator.organisation());
        if (rests.isPresent()) {
            // Told to who knew the password only. Where it begins this very moment, the next request ends the session.
            throttle.giveBack(subject, device);
            events.publishAuthenticationFailure(new DisabledException("organisation suspended"), attempt);
            return Checked.refused(
                    "account.sign-in.suspended." + rests.get().cause().type());
        }
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
        return Checked.ok(user);
    }

    private boolean isRight(@Nullable Operator operator, String password) {
        if (operator != null && operator.state() == OperatorState.PENDING_ACTIVATION) {
            passwords.matches(password, null);
            return Passwords.INITIAL.equals(password);
        }
        return passwords.matches(password, operator == null ? null : operator.passwordHash());
    }

    private static Checked<CurrentUser> refused(Duration wait) {
        return wait.isZero()
                ? Checked.refused("account.sign-in.strangers-out")
                : Checked.refused(
                        "account.sign-in.wait", Math.max(1, wait.plusSeconds(59).toMinutes()));
    }
}
