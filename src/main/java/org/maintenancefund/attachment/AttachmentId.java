package org.maintenancefund.attachment;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.maintenancefund.kernel.Ids;

/** Identifier of an attachment. */
@Embeddable
public record AttachmentId(UUID value) implements Serializable {

    public static AttachmentId next() {
        return new AttachmentId(Ids.next());
    }

    /** Reads an identifier from an address; throws {@link IllegalArgumentException} where it is none. */
    public static AttachmentId of(String text) {
        return new AttachmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
