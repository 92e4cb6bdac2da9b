package org.maintenancefund.access;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.maintenancefund.kernel.Ids;

/** Identifier of a district centre. */
@Embeddable
public record DistrictId(UUID value) implements Serializable {

    public static DistrictId next() {
        return new DistrictId(Ids.next());
    }

    /** Reads an identifier from an address; throws {@link IllegalArgumentException} where it is none. */
    public static DistrictId of(String text) {
        return new DistrictId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
