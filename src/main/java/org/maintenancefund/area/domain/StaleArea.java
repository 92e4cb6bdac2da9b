package org.maintenancefund.area.domain;

import org.maintenancefund.area.AreaId;

/** Somebody else changed the area while a person was at it. */
public final class StaleArea extends RuntimeException {

    StaleArea(AreaId area) {
        super("area " + area + " was changed meanwhile");
    }
}
