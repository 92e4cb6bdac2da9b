package org.maintenancefund.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.Username;
import org.maintenancefund.account.domain.CurrentUsers;
import org.maintenancefund.account.domain.Operator;
import org.maintenancefund.account.domain.OperatorRepository;
import org.maintenancefund.account.domain.Passwords;
import org.maintenancefund.account.password.PasswordRules;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.organisation.OrganisationView;
import org.maintenancefund.organisation.Organisations;
import org.maintenancefund.organisation.Organisations.Suspension;
import org.maintenancefund.web.ratelimit.Purpose;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.maintenancefund.web.ratelimit.Throttle;
import org.maintenancefund.web.ratelimit.TooManyRequests;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Checks a user name and a password. The throttle is asked before anything is hashed; a name that nobody has costs the same
 * and gets the same answer as a wrong password. Where nobody has the name here the shared directory is asked; a local name
 * never leaves the house, but its refusal takes the same steps: one provider for both, so that they stay the same.
 *
 * <p>A refusal carries its sentence as a {@link Refusal} behind it. {@link AuthenticationCredentialsNotFoundException} is the
 * one kind that Spring Security publishes no event of: nothing was tried then, and the audit trail has no line of it.
 */
@Component
@RequiredArgsConstructor
class AccountAuthenticationProvider implements AuthenticationProvider {

    private static final int MAX_TYPED = 200;

    private final OperatorRepository operators;
    private final Passwords passwords;
    private final DirectorySignIn directory;
    private final Throttle throttle;
    private final RateLimits rateLimits;
    private final DeviceCookies devices;
    private final CurrentUsers users;
    private final AccountSessions sessions;
    private final Organisations organisations;

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** The details are the request: whose browser and whose address it is decides which counter is asked. */
    @Override
    public Authentication authenticate(Authentication typed) {
        HttpServletRequest request = (HttpServletRequest) Objects.requireNonNull(typed.getDetails());
        String password = Objects.toString(typed.getCredentials(), "");
        if (ChineseText.isBlank(typed.getName()) || password.isEmpty()) {
            throw new AuthenticationCredentialsNotFoundException("nothing typed");
        }
        if (typed.getName().length() > MAX_TYPED || password.length() > PasswordRules.MAX * 4) {
            throw new AuthenticationCredentialsNotFoundException("too long", Refusal.because(directory.wrong()));
        }
        try {
            Operator operator = signIn(Username.normalise(typed.getName()), password, request);
            return sessions.begin(users.of(operator), operator.sessionEpoch());
        } catch (TooManyRequests tooMany) {
            throw new AuthenticationCredentialsNotFoundException("too many", tooMany);
        }
    }

    private Operator signIn(String username, String password, HttpServletRequest request) {
        String device = devices.device(request, username);
        if (device.equals(Throttle.STRANGERS)) {
            throttle.checkAddress(request);
        }
        Operator known = operators.findByUsername(username).orElse(null);
        if (known != null && known.state() == OperatorState.PENDING_ACTIVATION && Passwords.INITIAL.equals(password)) {
            // Anybody knows the initial password: there is nothing to guess, and no try at guessing to count. This
            // bounds the sessions that an address may begin with it, not the people of an office.
            rateLimits.take("first-sign-in", request);
            return ofOrganisationInUse(known);
        }
        Optional<Duration> wait = throttle.ask(Purpose.PASSWORD, username, device);
        if (wait.isPresent()) {
            throw throttled(wait.get(), request);
        }
        try {
            return ofOrganisationInUse(prove(username, known, password));
        } catch (DisabledException barred) {
            throttle.giveBack(Purpose.PASSWORD, username, device);
            throw barred;
        } catch (BadCredentialsException wrong) {
            if (!DirectorySignIn.isOutage(wrong)) {
                throttle.failedFrom(request, username);
            }
            throw wrong;
        }
    }

    /** The account; the same refusal for everybody who doesn't know the password, and as soon. */
    private Operator prove(String username, @Nullable Operator known, String password) {
        boolean right = passwords.matches(password, known == null ? null : known.passwordHash());
        if (directory.isFor(known)) {
            return directory.signIn(username, known, password);
        }
        if (right && known != null && known.state() != OperatorState.DISABLED) {
            return known;
        }
        if (right && known != null) {
            refuseDissolved(known);
        }
        throw directory.refuseLocal(password);
    }

    /** Who knew the password of a committee's account is told why it is disabled. */
    private void refuseDissolved(Operator disabled) {
        if (users.organisation(disabled.organisation()).closed() == OrganisationView.Closed.DISSOLVED) {
            throw new DisabledException("organisation", Refusal.because("account.sign-in.dissolved"));
        }
    }

    /** Told to who knew the password only. Where it begins this very moment, the next request ends the session. */
    private Operator ofOrganisationInUse(Operator operator) {
        Optional<Suspension> rests = organisations.suspension(operator.organisation());
        if (rests.isPresent()) {
            String type = rests.get().cause().type().name();
            throw new DisabledException("organisation", Refusal.because("account.sign-in.suspended." + type));
        }
        return operator;
    }

    private AuthenticationException throttled(Duration wait, HttpServletRequest request) {
        Refusal sentence = wait.isZero()
                ? Refusal.because("account.sign-in.strangers-out")
                : Refusal.because("account.sign-in.wait", Throttle.minutes(wait));
        try {
            rateLimits.take("sign-in", request);
            return new LockedException("throttled", sentence);
        } catch (TooManyRequests told) {
            // Nobody is to fill the audit trail with tries that nobody looks at.
            return new AuthenticationCredentialsNotFoundException("throttled", sentence);
        }
    }
}
