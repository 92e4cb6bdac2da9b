package org.maintenancefund.office;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.kernel.Ids;

/** Identifier of a management office. */
@Embeddable
public record OfficeId(UUID value) implements Serializable {

    public static OfficeId next() {
        return new OfficeId(Ids.next());
    }

    /** Reads an identifier from an address; throws {@link IllegalArgumentException} where it is none. */
    public static OfficeId of(String text) {
        return new OfficeId(UUID.fromString(text));
    }

    /** The office a person or a right points to; throws {@link IllegalArgumentException} where it is no office. */
    public static OfficeId of(OrgRef organisation) {
        if (organisation.type() != OrgType.OFFICE) {
            throw new IllegalArgumentException("not a management office: " + organisation);
        }
        return new OfficeId(organisation.id());
    }

    /** The same office as modules know it that have no edge to this one. */
    public OrgRef ref() {
        return new OrgRef(OrgType.OFFICE, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
