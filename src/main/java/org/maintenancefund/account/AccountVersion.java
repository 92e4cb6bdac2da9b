package org.maintenancefund.account;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OperatorId;

/**
 * An account as somebody saw it: travels through a form, so that who acts on a page that is no longer true is told so.
 *
 * @param version counts its changes; signing in is none
 */
public record AccountVersion(OperatorId id, int version) {

    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([0-9]{1,9})");

    /** Reads what {@link #toString} wrote; empty where somebody made it up. */
    public static Optional<AccountVersion> parse(@Nullable String text) {
        Matcher parts = TEXT.matcher(text == null ? "" : text);
        return parts.matches()
                ? Optional.of(new AccountVersion(
                        new OperatorId(UUID.fromString(parts.group(1))), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return id + "." + version;
    }
}
