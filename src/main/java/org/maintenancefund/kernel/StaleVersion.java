package org.maintenancefund.kernel;

import lombok.Getter;

/**
 * Somebody else changed it since the page that is acted on was shown; nothing was done. Shown as a 409 page where the feature
 * doesn't tell who did what.
 */
public class StaleVersion extends RuntimeException {

    @Getter
    private final transient Object id;

    /** @param id of what was changed */
    public StaleVersion(Object id) {
        super(id + " was changed meanwhile");
        this.id = id;
    }
}
