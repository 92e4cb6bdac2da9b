package org.maintenancefund.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft in the list of one's drafts.
 *
 * @param title    what it is about
 * @param contact  the contact's name, masked; empty where none is typed
 * @param revises  the returned application that it revises; null for a new one
 * @param address  where it is gone on with
 */
public record OpenDraft(
        UUID key,
        String title,
        String contact,
        @Nullable ApplicationNumber revises,
        Instant changedAt,
        String address) {}
