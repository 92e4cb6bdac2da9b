package org.maintenancefund.closing;

import java.util.UUID;
import org.maintenancefund.kernel.Ids;

/** Identifier of an attempt to close a month. */
public record ClosingId(UUID value) {

    public static ClosingId next() {
        return new ClosingId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
