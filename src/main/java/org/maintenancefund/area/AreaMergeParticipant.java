package org.maintenancefund.area;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.kernel.Reason;

/**
 * What a feature has tied to property areas; each such feature offers one bean. Tells it for the pages, and goes along when
 * areas are merged, in the same transaction.
 */
public interface AreaMergeParticipant {

    /** A short name that never changes: what was moved is kept under it until it may have to be moved back. */
    String name();

    /** What is tied to each of the areas, for the detail page and for the comparison before a merge. */
    default List<AreaFact> facts(Collection<AreaId> areas) {
        return List.of();
    }

    /** What stands against making one area of these. */
    default List<MergeBlocker> blockers(Collection<AreaId> areas) {
        return List.of();
    }

    /**
     * Moves what is tied to the merged areas to the kept one.
     *
     * @return what is needed to move it back, as text; empty where nothing was moved
     */
    String move(AreaId kept, Collection<AreaId> merged, Instant now);

    /** What was decided on the kept area since, which a return to the state before would undo. */
    default Optional<Reason> decidedSince(AreaId kept, Instant since) {
        return Optional.empty();
    }

    /** Moves back what {@link #move} moved. */
    void moveBack(AreaId kept, String moved);
}
