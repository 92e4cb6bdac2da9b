package org.maintenancefund.association;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.maintenancefund.kernel.Ids;

/** Identifier of an association. */
@Embeddable
public record AssociationId(UUID value) implements Serializable {

    public static AssociationId next() {
        return new AssociationId(Ids.next());
    }

    /** Reads an identifier from an address; throws {@link IllegalArgumentException} where it is none. */
    public static AssociationId of(String text) {
        return new AssociationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
