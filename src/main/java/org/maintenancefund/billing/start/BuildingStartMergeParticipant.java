package org.maintenancefund.billing.start;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Units owe from the month on in which their own area was opened, also where the one that they are in by now was opened earlier: that
 * month is noted of each building before it goes. Where nobody had opened their area it is the month of the merge. A note goes back
 * with its building and then says what its area says, so that nothing is to be taken back.
 */
@Component
@Order(3)
@RequiredArgsConstructor
class BuildingStartMergeParticipant implements AreaMergeParticipant {

    private final JdbcClient jdbc;
    private final Clock clock;

    @Override
    public String name() {
        return "collection-start-buildings";
    }

    @Override
    public String move(AreaId kept, Collection<AreaId> merged, Instant now) {
        jdbc.sql("INSERT INTO collection_start_building AS known (area_id, building_key, first_month)"
                        + " SELECT b.area_id, b.name_key, coalesce(s.first_month, :this_month)"
                        + " FROM named_building b LEFT JOIN collection_start s ON s.area_id = b.area_id"
                        + " WHERE b.area_id = ANY (:areas) AND coalesce(s.first_month, :this_month)"
                        + " > (SELECT min(first_month) FROM collection_start WHERE area_id = ANY (:areas))"
                        + " ON CONFLICT ON CONSTRAINT pk_collection_start_building"
                        + " DO UPDATE SET first_month = greatest(known.first_month, excluded.first_month)")
                .param("this_month", YearMonth.now(clock).atDay(1))
                .param(
                        "areas",
                        Stream.concat(Stream.of(kept), merged.stream())
                                .map(AreaId::value)
                                .toArray(UUID[]::new))
                .update();
        return "";
    }

    @Override
    public void moveBack(AreaId kept, String moved) {
        // The notes have gone back with their buildings.
    }
}
