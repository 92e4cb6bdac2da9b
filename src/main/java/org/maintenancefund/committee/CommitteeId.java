package org.maintenancefund.committee;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.kernel.Ids;

/** Identifier of an owners' committee. */
@Embeddable
public record CommitteeId(UUID value) implements Serializable {

    public static CommitteeId next() {
        return new CommitteeId(Ids.next());
    }

    /** Reads an identifier from an address; throws {@link IllegalArgumentException} where it is none. */
    public static CommitteeId of(String text) {
        return new CommitteeId(UUID.fromString(text));
    }

    /** The same committee as other modules point to it. */
    public OrgRef ref() {
        return new OrgRef(OrgType.COMMITTEE, value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
