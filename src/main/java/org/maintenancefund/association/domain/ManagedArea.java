package org.maintenancefund.association.domain;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.committee.CommitteeView;

/**
 * An area with what its manager may know: the right itself, and the committee's contact and term.
 *
 * @param manager   who manages: the company, or one of its offices
 * @param committee in office today, or null where there is none any more
 */
public record ManagedArea(
        AreaView area,
        AssociationView association,
        String manager,
        @Nullable CommitteeView committee) {}
