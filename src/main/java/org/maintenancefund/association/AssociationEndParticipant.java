package org.maintenancefund.association;

import java.time.LocalDate;
import java.util.List;

/**
 * What a module above has tied to an association, and what loses its days with it, whatever takes them: another association of
 * the area, 解除, or the end of the committee. A merge of areas is told to {@code AreaMergeParticipant} instead, for there the
 * right goes on.
 */
public interface AssociationEndParticipant {

    /**
     * What would end with it, a sentence each, for the pages that say so before.
     *
     * @param association as it is
     * @param lastDay     the last day that would be left to it; before its first where none would
     */
    List<String> foresee(AssociationView association, LocalDate lastDay);

    /**
     * Ends what has no right any more, in the transaction that takes the days. The row of the association is locked.
     *
     * @param association with the days that are left to it
     */
    void shortened(AssociationView association);
}
