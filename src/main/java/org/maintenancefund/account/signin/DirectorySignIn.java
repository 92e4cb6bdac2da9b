package org.maintenancefund.account.signin;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.PasswordSource;
import org.maintenancefund.account.SharedAccounts;
import org.maintenancefund.account.SharedDirectoryDown;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.account.domain.Operator;
import org.maintenancefund.account.shared.DirectoryLogin;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Signs people of qualified companies in with the user name and password of the 物业管理信息系统. More than "wrong" is told only
 * to who knew the password, and {@link DisabledException} is thrown for them alone.
 */
@Component
@RequiredArgsConstructor
class DirectorySignIn {

    /** Where the directory is in use; also said of local names, so that nobody learns which are. */
    private static final String WRONG = "account.sign-in.wrong-shared";

    private static final String WRONG_LOCAL = "account.sign-in.wrong";
    private static final String DOWN = "account.shared.down";

    private final DirectoryLogin directory;
    private final SharedAccounts service;

    /** Whether the directory is in use at all. */
    boolean isOn() {
        return directory.isConfigured();
    }

    /** The one sentence for a wrong password and for an unknown name. */
    String wrong() {
        return isOn() ? WRONG : WRONG_LOCAL;
    }

    /** Whether the directory is to be asked about somebody of whom we have this, or nothing. */
    boolean isFor(@Nullable Operator known) {
        return isOn() && (known == null || known.passwordSource() == PasswordSource.DIRECTORY);
    }

    /** The account, entered or refreshed. */
    Operator signIn(String username, @Nullable Operator known, String password) {
        DirectoryLogin.Answer answer;
        try {
            answer = directory.check(username, password);
        } catch (SharedDirectoryDown down) {
            throw new AuthenticationServiceException("directory down", Refusal.because(DOWN));
        }
        return switch (answer.outcome()) {
            case RIGHT -> admit(answer.person().orElseThrow());
            case WRONG -> throw refused(WRONG);
            case GONE -> throw leave(known, WRONG);
            case DISABLED -> throw leave(known, answer.proven() ? "account.shared.disabled" : WRONG);
            case NOT_IN_GROUP -> throw leave(known, answer.proven() ? "account.shared.not-in-group" : WRONG);
            case UNREADABLE -> throw refused("account.shared.unreadable");
        };
    }

    /**
     * Refuses a local name in the same words and after the same steps as one of the directory's, so that nobody learns which
     * are local: the directory is asked too, but for a name and a password that are nobody's.
     */
    AuthenticationException refuseLocal(String password) {
        try {
            directory.checkNobody(password);
            return refused(wrong());
        } catch (SharedDirectoryDown down) {
            return refused(DOWN);
        }
    }

    /**
     * Whether nobody could look: the same for every name, as its own password can't be told from a wrong one either. Everybody
     * fails then, whatever they typed.
     */
    static boolean isOutage(AuthenticationException refused) {
        return refused.getCause() instanceof Refusal refusal
                && refusal.reason().code().equals(DOWN);
    }

    private AuthenticationException leave(@Nullable Operator known, String reason) {
        // Nothing to do for who never came in, or is gone already: the answer takes as long as one for a wrong
        // password.
        if (known != null && known.state() != OperatorState.DISABLED) {
            service.markGone(known.username());
        }
        return refused(reason);
    }

    private Operator admit(SharedPerson person) {
        Checked<Operator> admitted;
        try {
            admitted = service.admit(person);
        } catch (DataIntegrityViolationException raced) {
            // The same person, or a colleague, came in for the first time at the same moment: theirs is there now.
            admitted = service.admit(person);
        }
        if (!admitted.isOk()) {
            throw refused(admitted.reason());
        }
        return admitted.value();
    }

    private static AuthenticationException refused(String code) {
        return refused(Reason.of(code));
    }

    private static AuthenticationException refused(Reason reason) {
        return switch (reason.code()) {
            case WRONG, WRONG_LOCAL, DOWN -> new BadCredentialsException("refused", new Refusal(reason));
            default -> new DisabledException("barred", new Refusal(reason));
        };
    }
}
