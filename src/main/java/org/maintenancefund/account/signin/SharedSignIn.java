package org.maintenancefund.account.signin;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.account.PasswordSource;
import org.maintenancefund.account.SharedDirectoryDown;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.account.domain.Operator;
import org.maintenancefund.account.domain.SharedDesk;
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

    private static final String DOWN = "account.shared.down";

    private final DirectoryLogin directory;
    private final SharedDesk desk;

    SharedSignIn(DirectoryLogin directory, SharedDesk desk) {
        this.directory = directory;
        this.desk = desk;
    }

    /** Whether the directory is in use at all. */
    boolean isOn() {
        return directory.isConfigured();
    }

    /** The one sentence for a wrong password and for an unknown name. */
    String wrong() {
        return isOn() ? WRONG : "account.sign-in.wrong";
    }

    /** Whether the directory is to be asked about somebody of whom we have this, or nothing. */
    boolean isFor(@Nullable Operator known) {
        return isOn() && (known == null || known.passwordSource() == PasswordSource.DIRECTORY);
    }

    /** The account, entered or refreshed; or the sentence for the page. */
    Checked<Operator> signIn(String username, String password) {
        DirectoryLogin.Answer answer;
        try {
            answer = directory.check(username, password);
        } catch (SharedDirectoryDown down) {
            return Checked.refused(DOWN);
        }
        return switch (answer.outcome()) {
            case RIGHT -> answer.person().map(this::admit).orElseThrow();
            case WRONG -> Checked.refused(WRONG);
            case GONE -> leave(username, WRONG);
            case DISABLED -> leave(username, answer.proven() ? "account.shared.disabled" : WRONG);
            case NOT_IN_GROUP -> leave(username, answer.proven() ? "account.shared.not-in-group" : WRONG);
            case UNREADABLE -> Checked.refused("account.shared.unreadable");
        };
    }

    /** What the audit trail is told of a refusal: an outage and a barred person are no wrong passwords. */
    static AuthenticationException failure(Reason reason) {
        return switch (reason.code()) {
            case WRONG -> new BadCredentialsException("refused");
            case DOWN -> new AuthenticationServiceException("directory down");
            default -> new DisabledException("barred");
        };
    }

    private Checked<Operator> leave(String username, String reason) {
        desk.markGone(username);
        return Checked.refused(reason);
    }

    private Checked<Operator> admit(SharedPerson person) {
        try {
            return desk.admit(person);
        } catch (DataIntegrityViolationException raced) {
            // The same person, or a colleague, came in for the first time at the same moment: theirs is there now.
            return desk.admit(person);
        }
    }
}
