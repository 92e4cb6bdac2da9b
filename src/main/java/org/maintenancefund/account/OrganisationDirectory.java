package org.maintenancefund.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.kernel.MobileNumber;

/** How accounts ask about organisations; each module that keeps a kind of organisation offers one as a bean. */
public interface OrganisationDirectory {

    /** The kind it knows. */
    OrgType type();

    Optional<OrganisationInfo> find(OrgRef ref);

    /** Organisations of exactly that name, however it is written (width, case, spaces; 业委会 is 业主委员会). */
    List<OrganisationInfo> named(String name);

    /** Several for a list, by a few questions however many; in no order, without the people they named. */
    List<OrganisationInfo> all(Collection<UUID> ids);

    /** Some organisations whose contact has that mobile on record; those that are gone for good are left out. */
    default List<OrganisationInfo> withContact(MobileNumber mobile, int most) {
        return List.of();
    }

    /**
     * Keeps the organisation from being deleted until the running transaction ends; asked before an account is written for
     * it or used again. Throws {@link org.maintenancefund.kernel.NotFound} where it is gone, and
     * {@link org.maintenancefund.kernel.Refusal} where its people have their accounts elsewhere. Kinds that are neither need
     * nothing.
     */
    default void lock(OrgRef ref) {}
}
