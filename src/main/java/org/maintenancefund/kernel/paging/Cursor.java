package org.maintenancefund.kernel.paging;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a keyset-paged list begins: behind or before one row, given by that row's sort key.
 *
 * <p>In addresses the key is URL-safe base64, one opaque word. Nothing can be reached with a key that a filter would not
 * allow; one that was cut or tampered with is {@linkplain #isReadable not readable}, and its list shows no rows.
 *
 * @param keys       the parts of the sort key, empty at the beginning and where it can't be read
 * @param backwards  true where the rows before the key are wanted
 * @param isReadable false where the address has a key that is none
 */
public record Cursor(List<String> keys, boolean backwards, boolean isReadable) {

    private static final String SEPARATOR = "\u001f";
    private static final Cursor START = new Cursor(List.of(), false, true);
    private static final Cursor UNREADABLE = new Cursor(List.of(), false, false);
    /** Later ones no row has, and the database can't compare. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor start() {
        return START;
    }

    /** Reads the address parameters {@code after} and {@code before}; {@code parts} is how many parts the key has. */
    public static Cursor read(@Nullable String after, @Nullable String before, int parts) {
        if (before != null && !before.isBlank()) {
            return decode(before, parts)
                    .map(keys -> new Cursor(keys, true, true))
                    .orElse(UNREADABLE);
        }
        if (after != null && !after.isBlank()) {
            return decode(after, parts)
                    .map(keys -> new Cursor(keys, false, true))
                    .orElse(UNREADABLE);
        }
        return START;
    }

    /** The same cursor where the list can read the parts of its key; not readable where reading them throws. */
    public Cursor checked(Consumer<Cursor> reading) {
        if (atStart()) {
            return this;
        }
        try {
            reading.accept(this);
            return this;
        } catch (DateTimeException | IllegalArgumentException tamperedWith) {
            return UNREADABLE;
        }
    }

    /** A part of the key that is a point in time; throws {@link DateTimeException} where it is none. */
    public Instant instant(int part) {
        Instant instant = Instant.parse(keys.get(part));
        if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
            throw new DateTimeException("no row has this time");
        }
        return instant;
    }

    /** A part of the key that is a date; throws {@link DateTimeException} where it is none. */
    public LocalDate day(int part) {
        LocalDate day = LocalDate.parse(keys.get(part));
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("no row has this date");
        }
        return day;
    }

    /** A part of the key that is an identifier; throws {@link IllegalArgumentException} where it is none. */
    public UUID id(int part) {
        return UUID.fromString(keys.get(part));
    }

    /** Writes a sort key as an address parameter. */
    public static String write(Object... keys) {
        String joined =
                String.join(SEPARATOR, Arrays.stream(keys).map(String::valueOf).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    public boolean atStart() {
        return keys.isEmpty();
    }

    private static Optional<List<String>> decode(String word, int parts) {
        try {
            String joined = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
            List<String> keys = List.of(joined.split(SEPARATOR, -1));
            boolean usable = keys.size() == parts && joined.indexOf('\u0000') < 0 && joined.length() < 1000;
            return usable ? Optional.of(keys) : Optional.empty();
        } catch (IllegalArgumentException tamperedWith) {
            return Optional.empty();
        }
    }
}
