package org.maintenancefund.kernel;

/**
 * Somebody else changed it since the page that is acted on was shown; nothing was done. Shown as a 409 page where the feature
 * doesn't tell who did what.
 */
public class StaleVersion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Object id;

    /** @param id of what was changed */
    public StaleVersion(Object id) {
        super(id + " was changed meanwhile");
        this.id = id;
    }

    public Object id() {
        return id;
    }
}
