package org.maintenancefund.billing.run;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.maintenancefund.kernel.Ids;

/** Identifier of an adjustment. */
@Embeddable
public record AdjustmentId(UUID value) implements Serializable {

    public static AdjustmentId next() {
        return new AdjustmentId(Ids.next());
    }

    /** Reads an identifier from an address; throws {@link IllegalArgumentException} where it is none. */
    public static AdjustmentId of(String text) {
        return new AdjustmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
