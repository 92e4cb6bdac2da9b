package org.maintenancefund.account.signin;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.PasswordSource;
import org.maintenancefund.account.SharedDirectoryDown;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.account.domain.Operator;
import org.maintenancefund.account.domain.SharedAccountService;
import org.maintenancefund.account.shared.DirectoryLogin;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Reason;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Signs people of qualified companies in with the user name and password of the 物业管理信息系统. More than "wrong" is told only
 * to who knew the password.
 */
@Component
class SharedSignIn {

    /** Where the directory is in use; also said of local names, so that nobody learns which are. */
    static final String WRONG = "account.sign-in.wrong-shared";

    private static final String WRONG_LOCAL = "account.sign-in.wrong";
    private static final String DOWN = "account.shared.down";

    private final DirectoryLogin directory;
    private final SharedAccountService service;

    SharedSignIn(DirectoryLogin directory, SharedAccountService service) {
        this.directory = directory;
        this.service = service;
    }

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

    /** The account, entered or refreshed; or the sentence for the page. */
    Checked<Operator> signIn(String username, @Nullable Operator known, String password) {
        DirectoryLogin.Answer answer;
        try {
            answer = directory.check(username, password);
        } catch (SharedDirectoryDown down) {
            return Checked.refused(DOWN);
        }
        return switch (answer.outcome()) {
            case RIGHT -> answer.person().map(this::admit).orElseThrow();
            case WRONG -> Checked.refused(WRONG);
            case GONE -> leave(known, WRONG);
            case DISABLED -> leave(known, answer.proven() ? "account.shared.disabled" : WRONG);
            case NOT_IN_GROUP -> leave(known, answer.proven() ? "account.shared.not-in-group" : WRONG);
            case UNREADABLE -> Checked.refused("account.shared.unreadable");
        };
    }

    /**
     * Refuses a local name in the same words and after the same steps as one of the directory's, so that nobody learns which
     * are local: the directory is asked too, but for a name and a password that are nobody's.
     */
    Checked<Operator> refuseLocal(String password) {
        try {
            directory.checkNobody(password);
            return Checked.refused(wrong());
        } catch (SharedDirectoryDown down) {
            return Checked.refused(DOWN);
        }
    }

    /** Whether who is refused with these words knew the password. Nobody learns it while the directory doesn't answer. */
    static boolean isProven(Reason reason) {
        return !Set.of(WRONG, WRONG_LOCAL, DOWN).contains(reason.code());
    }

    /** Whether nobody could look: the same for every name, as its own password can't be told from a wrong one either. */
    static boolean isOutage(Reason reason) {
        return reason.code().equals(DOWN);
    }

    /** What the audit trail is told of a refusal: an outage and a barred person are no wrong passwords. */
    AuthenticationException failure(Reason reason, @Nullable Operator known) {
        if (isProven(reason)) {
            return new DisabledException("barred");
        }
        return isOutage(reason) && isFor(known)
                ? new AuthenticationServiceException("directory down")
                : new BadCredentialsException("refused");
    }

    private Checked<Operator> leave(@Nullable Operator known, String reason) {
        // Nothing to do for who never came in, or is gone already: the answer takes as long as one for a wrong
        // password.
        if (known != null && known.state() != OperatorState.DISABLED) {
            service.markGone(known.username());
        }
        return Checked.refused(reason);
    }

    private Checked<Operator> admit(SharedPerson person) {
        try {
            return service.admit(person);
        } catch (DataIntegrityViolationException raced) {
            // The same person, or a colleague, came in for the first time at the same moment: theirs is there now.
            return service.admit(person);
        }
    }
}
