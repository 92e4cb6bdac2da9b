package org.maintenancefund.office.domain;

import org.maintenancefund.office.OfficeView;

/** Somebody changed the office after the person who wants to change it had opened the form. */
public class StaleOffice extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient OfficeView current;

    StaleOffice(OfficeView current) {
        super("stale edit of office " + current.id());
        this.current = current;
    }

    /** As the other person left it. */
    public OfficeView current() {
        return current;
    }
}
