package org.maintenancefund.disclosure.reminder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reminders of areas that become one: each batch is in the area of its units, which have gone there before, and goes back with them. */
@Component
@Order(70)
@RequiredArgsConstructor
class ReminderMergeParticipant implements AreaMergeParticipant {

    /** Nothing is needed to move them back but that they are to be. */
    private static final String MOVED = "{}";

    private final JdbcClient jdbc;

    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public String move(AreaId kept, Collection<AreaId> merged, Instant now) {
        List<AreaId> all = new ArrayList<>(merged);
        all.add(kept);
        followUnits(all);
        return MOVED;
    }

    @Override
    public void moveBack(AreaId kept, String moved) {
        followUnits(List.of(kept));
    }

    private void followUnits(Collection<AreaId> areas) {
        jdbc.sql(
                        "UPDATE reminder_batch b SET area_id = u.area_id FROM reminder r JOIN named_unit u ON u.unit_id = r.unit_id"
                                + " WHERE r.batch = b.number AND r.place = 1 AND u.area_id <> b.area_id AND b.area_id = ANY (:areas)")
                .param("areas", areas.stream().map(AreaId::value).toArray(UUID[]::new))
                .update();
    }
}
