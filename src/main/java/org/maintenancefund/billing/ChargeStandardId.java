package org.maintenancefund.billing;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.maintenancefund.kernel.Ids;

/** Identifier of a {@link ChargeStandard}, proposed ones too. */
@Embeddable
public record ChargeStandardId(UUID value) implements Serializable {

    public static ChargeStandardId next() {
        return new ChargeStandardId(Ids.next());
    }

    /** Reads an identifier from an address; throws {@link IllegalArgumentException} where it is none. */
    public static ChargeStandardId of(String text) {
        return new ChargeStandardId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
