package org.maintenancefund.city;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.maintenancefund.kernel.Ids;

/** Identifier of a street (街道). */
@Embeddable
public record StreetId(UUID value) implements Serializable {

    public static StreetId next() {
        return new StreetId(Ids.next());
    }

    /** Reads an identifier from an address; throws {@link IllegalArgumentException} where it is none. */
    public static StreetId of(String text) {
        return new StreetId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
