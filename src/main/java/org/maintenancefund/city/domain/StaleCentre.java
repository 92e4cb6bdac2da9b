package org.maintenancefund.city.domain;

/** Somebody changed the district centre after the person who wants to change it had opened the form. */
public class StaleCentre extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient CentreRecord current;

    StaleCentre(CentreRecord current) {
        super("stale edit of district " + current.centre().id());
        this.current = current;
    }

    /** As the other person left it. */
    public CentreRecord current() {
        return current;
    }
}
