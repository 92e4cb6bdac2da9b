package org.maintenancefund.bank.template;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A template as it is used.
 *
 * @param edition counts what was saved under the name; an import keeps which one it was read by
 * @param madeBy  null for one that comes with the system
 */
public record StatementTemplate(
        UUID id,
        String name,
        int edition,
        StatementLayout layout,
        @Nullable String madeBy) {

    public String named() {
        return edition == 1 ? name : name + " v" + edition;
    }
}
