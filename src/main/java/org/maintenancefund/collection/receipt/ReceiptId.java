package org.maintenancefund.collection.receipt;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.maintenancefund.kernel.Ids;

/** Identifier of a receipt. */
@Embeddable
public record ReceiptId(UUID value) implements Serializable {

    public static ReceiptId next() {
        return new ReceiptId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
