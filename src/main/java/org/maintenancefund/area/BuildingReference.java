package org.maintenancefund.area;

import java.util.Collection;
import java.util.Optional;
import org.maintenancefund.kernel.Reason;

/**
 * Something that refers to buildings of an area. Implemented by the modules above this one; foreign keys stand behind it where
 * a reference is made at the same moment.
 */
public interface BuildingReference {

    /** Why these buildings of the area can't be removed, nor get other names; empty where nothing here refers to them. */
    Optional<Reason> whyKept(AreaId area, Collection<Building> buildings);
}
