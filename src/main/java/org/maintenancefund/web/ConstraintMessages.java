package org.maintenancefund.web;

import java.util.Locale;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.springframework.stereotype.Component;

/**
 * The last word in a race: two people saved the same at the same moment and a named constraint of the database refused the
 * second. Finds the sentence for it under {@code constraint.<name>} in the messages files.
 */
@Component
public class ConstraintMessages {

    /** The reason behind a violated constraint, or empty where the exception is none or has no sentence. */
    public Optional<Reason> reason(Throwable failure) {
        return constraintName(failure)
                .map(name -> "constraint." + name)
                .filter(key -> Messages.find(key) != null)
                .map(Reason::of);
    }

    /** Name of the constraint that was violated, in lower case. */
    public static Optional<String> constraintName(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String name = nameIn(cause);
            if (name != null) {
                return Optional.of(name.toLowerCase(Locale.ROOT));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String nameIn(Throwable cause) {
        if (cause instanceof ConstraintViolationException violation) {
            return violation.getConstraintName();
        }
        if (cause instanceof org.postgresql.util.PSQLException refusal && refusal.getServerErrorMessage() != null) {
            return refusal.getServerErrorMessage().getConstraint();
        }
        return null;
    }
}
