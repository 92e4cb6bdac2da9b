package org.maintenancefund.enterprise;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.kernel.Ids;

/** Identifier of a property company. */
@Embeddable
public record EnterpriseId(UUID value) implements Serializable {

    public static EnterpriseId next() {
        return new EnterpriseId(Ids.next());
    }

    /** Reads an identifier from an address; throws {@link IllegalArgumentException} where it is none. */
    public static EnterpriseId of(String text) {
        return new EnterpriseId(UUID.fromString(text));
    }

    /** The company a person or a right points to; throws {@link IllegalArgumentException} where it is no company. */
    public static EnterpriseId of(OrgRef organisation) {
        if (organisation.type() != OrgType.ENTERPRISE) {
            throw new IllegalArgumentException("not an enterprise: " + organisation);
        }
        return new EnterpriseId(organisation.id());
    }

    /** The same company as modules know it that have no edge to this one. */
    public OrgRef ref() {
        return new OrgRef(OrgType.ENTERPRISE, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
