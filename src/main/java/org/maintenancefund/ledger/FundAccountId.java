package org.maintenancefund.ledger;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;
import org.maintenancefund.kernel.Ids;

/** Identifier of a bank account of the fund (专户), each of which has its own books. */
@Embeddable
public record FundAccountId(UUID value) implements Serializable {

    public static FundAccountId next() {
        return new FundAccountId(Ids.next());
    }

    /** Reads an identifier from an address; throws {@link IllegalArgumentException} where it is none. */
    public static FundAccountId of(String text) {
        return new FundAccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
