package org.maintenancefund.account.password;

import jakarta.servlet.http.HttpServletRequest;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.domain.OwnPasswords;
import org.maintenancefund.account.signin.CodeThrottle;
import org.maintenancefund.kernel.OneTimeCode;
import org.springframework.stereotype.Component;

/**
 * Changes passwords. Wrong tries slow down who tries, from the sixth on, doubling to fifteen minutes; they never make a code
 * useless. A try is counted before it is looked at.
 */
@Component
class PasswordService {

    private final OwnPasswords passwords;
    private final CodeThrottle throttle;

    PasswordService(OwnPasswords passwords, CodeThrottle throttle) {
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** The first password of one's own; false where the code is wrong or too old. */
    boolean activate(CurrentUser user, OneTimeCode code, String password, HttpServletRequest request) {
        // The hash differs with each code: what was guessed at the one before counts no more.
        String guessed = passwords.codeHash(user.operatorId()).orElse("no code of " + user.username());
        throttle.ask(user, guessed, request);
        return passwords.activate(user.operatorId(), code, password);
    }

    /** Another password; false where the current one is wrong. */
    boolean change(CurrentUser user, String current, String password, HttpServletRequest request) {
        throttle.ask(user, "current password of " + user.username(), request);
        return passwords.change(user.operatorId(), current, password);
    }
}
