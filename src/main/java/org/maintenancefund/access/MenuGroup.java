package org.maintenancefund.access;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Labelled;

/** A heading of the menu; groups nest as in the people's manual. */
@RequiredArgsConstructor
public enum MenuGroup implements Labelled {
    BASIC_INFORMATION(null),
    COMMITTEE_INFORMATION(BASIC_INFORMATION),
    COLLECTION(null),
    HOUSES(COLLECTION),
    CHARGES(COLLECTION),
    REMITTANCE(COLLECTION),
    BANK(COLLECTION),
    PUBLICATION(COLLECTION),
    SYSTEM(null),
    USERS(SYSTEM);

    private final @Nullable MenuGroup parent;

    public Optional<MenuGroup> parent() {
        return Optional.ofNullable(parent);
    }
}
