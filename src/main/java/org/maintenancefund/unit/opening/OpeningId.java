package org.maintenancefund.unit.opening;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.maintenancefund.kernel.Ids;

/** Identifier of a sheet of opening balances. */
@Embeddable
public record OpeningId(UUID value) implements Serializable {

    public static OpeningId next() {
        return new OpeningId(Ids.next());
    }

    /** Reads an identifier from an address; throws {@link IllegalArgumentException} where it is none. */
    public static OpeningId of(String text) {
        return new OpeningId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
