package org.maintenancefund.area;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Ids;

/** Identifier of a property area. */
@Embeddable
public record AreaId(UUID value) implements Serializable {

    public static AreaId next() {
        return new AreaId(Ids.next());
    }

    /** Reads an identifier from an address; throws {@link IllegalArgumentException} where it is none. */
    public static AreaId of(String text) {
        return new AreaId(UUID.fromString(text));
    }

    /** The identifier that people's browsers send back; empty where it is none. */
    public static Optional<AreaId> parse(@Nullable String text) {
        return Ids.read(text).map(AreaId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
