package org.maintenancefund.kernel.paging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a keyset-paged list begins: behind or before one row, given by that row's sort key.
 *
 * <p>In addresses the key is URL-safe base64, one opaque word. A key that was tampered with reads as the beginning of the
 * list: nothing is lost by it and nothing can be reached that a filter would not allow.
 *
 * @param keys      the parts of the sort key, empty at the beginning
 * @param backwards true where the rows before the key are wanted
 */
public record Cursor(List<String> keys, boolean backwards) {

    private static final String SEPARATOR = "\u001f";
    private static final Cursor START = new Cursor(List.of(), false);

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor start() {
        return START;
    }

    /** Reads the address parameters {@code after} and {@code before}; {@code parts} is how many parts the key has. */
    public static Cursor read(@Nullable String after, @Nullable String before, int parts) {
        if (before != null && !before.isBlank()) {
            return decode(before, parts).map(keys -> new Cursor(keys, true)).orElse(START);
        }
        if (after != null && !after.isBlank()) {
            return decode(after, parts).map(keys -> new Cursor(keys, false)).orElse(START);
        }
        return START;
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
