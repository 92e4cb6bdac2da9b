package org.maintenancefund.disclosure.publication;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;

/**
 * A publication as its page shows it.
 *
 * @param doors           whether it tells of which doors something is open
 * @param organisation    who published it
 * @param confirmedByName of the committee; null before
 * @param version         counts its changes, for optimistic locking; a form carries it
 */
public record PublicationView(
        AreaId area,
        YearMonth month,
        PublicationFigures figures,
        boolean doors,
        PublicationState state,
        Instant publishedAt,
        String publishedByName,
        String organisation,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedByName,
        int version) {

    /**
     * What the committee objects to.
     *
     * @param answer         null before it is answered
     * @param answeredFor    the organisation of who answered
     */
    public record Objection(
            String text,
            Instant raisedAt,
            String raisedByName,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable String answeredByName,
            @Nullable String answeredFor) {}
}
