package org.maintenancefund.unit;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Something that is in the area of its units, which have gone to another one with their buildings before. Asked again when a merge is
 * undone, that takes it back, what was recorded since too.
 */
@RequiredArgsConstructor
public final class FollowingUnits implements AreaMergeParticipant {

    /** Nothing is needed to move them back but that they are to be. */
    private static final String MOVED = "{}";

    private final String name;

    /** Lets what is in {@code :areas} follow its units. */
    private final String statement;

    private final JdbcClient jdbc;

    @Override
    public String name() {
        return name;
    }

    @Override
    public String move(AreaId kept, Collection<AreaId> merged, Instant now) {
        follow(Stream.concat(merged.stream(), Stream.of(kept)));
        return MOVED;
    }

    @Override
    public void moveBack(AreaId kept, String moved) {
        follow(Stream.of(kept));
    }

    private void follow(Stream<AreaId> areas) {
        jdbc.sql(statement)
                .param("areas", areas.map(AreaId::value).toArray(UUID[]::new))
                .update();
    }
}
