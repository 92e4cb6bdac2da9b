package org.maintenancefund.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Ids;

/**
 * What somebody has typed and uploaded so far, under a key of its own. Only {@link Drafts} makes one, so that a draft which
 * revises a numbered application always comes from an {@link Entitlement}.
 */
@RequiredArgsConstructor(access = AccessLevel.PACKAGE)
public final class Draft<F> {

    private static final int KEY_LENGTH = 36;

    /** What stands in the address and the form; worth nothing without its owner. */
    @Getter
    private final UUID key;

    @Getter
    private final DraftOwner owner;

    @Getter
    private final ApplicationKind kind;

    private final @Nullable ApplicationNumber revises;
    /** As typed, right or wrong. */
    @Getter
    private final F form;
    /** Scans so far. */
    @Getter
    private final List<ApplicationFile> files;

    @Getter
    private final Instant changedAt;

    /** Reads a key; empty where it is none: whoever made that up gets the same answer as for a draft that is gone. */
    public static Optional<UUID> readKey(@Nullable String text) {
        return text == null || text.length() != KEY_LENGTH ? Optional.empty() : Ids.read(text);
    }

    /** The returned application that it revises; empty for a new one. */
    public Optional<ApplicationNumber> revises() {
        return Optional.ofNullable(revises);
    }

    /** The same draft as it is kept by now. */
    <G> Draft<G> with(G typed, List<ApplicationFile> scans, Instant at) {
        return new Draft<>(key, owner, kind, revises, typed, scans, at);
    }
}
