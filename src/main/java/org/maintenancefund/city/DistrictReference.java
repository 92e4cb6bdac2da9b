package org.maintenancefund.city;

import java.util.Optional;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.kernel.Reason;

/**
 * Something that may refer to a street, or carry the letters of a district in its number. Implemented by the modules above
 * this one; foreign keys stand behind it where a reference is made at the same moment.
 */
public interface DistrictReference {

    /** Why the street can't be removed; empty where nothing here refers to it. */
    Optional<Reason> whyKept(DistrictId district, Street street);

    /** Why the district's two letters can't be changed; empty where nothing here carries them. */
    default Optional<Reason> whyLettersKept(DistrictId district) {
        return Optional.empty();
    }
}
