package org.maintenancefund.application;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The key of a draft as it stands in addresses and forms. */
public final class DraftKey {

    private static final int LENGTH = 36;

    private DraftKey() {}

    /** Empty where it is none: whoever made that up gets the same answer as for a draft that is gone. */
    public static Optional<UUID> parse(@Nullable String text) {
        try {
            return text == null || text.length() != LENGTH ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
