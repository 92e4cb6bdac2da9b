package org.maintenancefund.account.signin;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What an account was when a session of it began: whatever ends sessions changes the account, and the session is over then.
 * Travels with the authentication; one without it is nobody's.
 *
 * @param epoch  of the account: counted up by a reset, a new password, disabling
 * @param number of the session: the latest full one of the account lives, where one session per account is set
 * @param began  when it began; it ends after a time, however busy
 * @param id     tells it from others of the account, as the session's own id changes
 */
public record SessionMark(int epoch, int number, Instant began, UUID id) implements Serializable {

    /** The mark of an authentication, where it has one. */
    public static Optional<SessionMark> of(@Nullable Authentication authentication) {
        return authentication != null && authentication.getDetails() instanceof SessionMark mark
                ? Optional.of(mark)
                : Optional.empty();
    }

    /** The mark of who sends the running request. */
    static Optional<SessionMark> current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }
}
