package org.maintenancefund.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.account.ServerKeys;
import org.maintenancefund.unit.UnitId;
import org.springframework.stereotype.Component;

/**
 * Lets a household that has just been opened print its papers without typing 查询码 again: the page carries a token that opens this one
 * household for some minutes, and ends with the code it came from. Nothing is kept of it, neither here nor in a cookie.
 */
@Component
@RequiredArgsConstructor
public class HouseholdTokens {

    private static final String KEY = "household-token";

    /** Long enough to look at one's payments first; who comes later opens the household once more. */
    private static final Duration VALID = Duration.ofMinutes(20);

    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})\\.([0-9]{1,12})\\.([0-9a-f]{64})");

    private final LookUpCodes codes;
    private final ServerKeys keys;
    private final Clock clock;

    /** One for a household that was opened by its code. */
    public String issue(UnitId unit) {
        long until = clock.instant().plus(VALID).getEpochSecond();
        return unit + "." + until + "." + signature(unit, until).orElseThrow();
    }

    /** The household that it opens; empty where it is none of ours, is over, or the code it came from is. */
    public Optional<UnitId> open(String token) {
        Matcher parts = FORM.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        UnitId unit = new UnitId(UUID.fromString(parts.group(1)));
        long until = Long.parseLong(parts.group(2));
        boolean right = signature(unit, until)
                .filter(signature -> MessageDigest.isEqual(
                        signature.getBytes(StandardCharsets.US_ASCII),
                        parts.group(3).getBytes(StandardCharsets.US_ASCII)))
                .isPresent();
        return right && Instant.ofEpochSecond(until).isAfter(clock.instant()) ? Optional.of(unit) : Optional.empty();
    }

    private Optional<String> signature(UnitId unit, long until) {
        return codes.hash(unit)
                .map(hash ->
                        keys.sign(KEY, unit + " " + until + " " + HexFormat.of().formatHex(hash)))
                .map(HexFormat.of()::formatHex);
    }
}
