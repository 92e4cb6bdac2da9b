package org.maintenancefund.account;

import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;

/** How accounts ask about organisations; each module that keeps a kind of organisation offers one as a bean. */
public interface OrganisationDirectory {

    /** The kind it knows. */
    OrgType type();

    Optional<OrganisationInfo> find(OrgRef ref);

    /** Organisations of exactly that name, however it is written (width, case, spaces; 业委会 is 业主委员会). */
    List<OrganisationInfo> named(String name);

    /**
     * Keeps the organisation from being deleted until the running transaction ends; asked before an account is written for
     * it. Throws {@link org.maintenancefund.kernel.NotFound} where it is gone. Kinds that are never deleted need nothing.
     */
    default void hold(OrgRef ref) {}
}
