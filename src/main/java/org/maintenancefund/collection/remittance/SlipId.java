package org.maintenancefund.collection.remittance;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.maintenancefund.kernel.Ids;

/** Identifier of a slip. */
@Embeddable
public record SlipId(UUID value) implements Serializable {

    public static SlipId next() {
        return new SlipId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
