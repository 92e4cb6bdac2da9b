package org.maintenancefund.city.domain;

import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;

/** A street can't be removed because something refers to it. */
public class StreetKept extends Refusal {

    private static final long serialVersionUID = 1L;

    private final StreetId street;

    StreetKept(StreetId street, Reason reason) {
        super(reason);
        this.street = street;
    }

    public StreetId street() {
        return street;
    }
}
