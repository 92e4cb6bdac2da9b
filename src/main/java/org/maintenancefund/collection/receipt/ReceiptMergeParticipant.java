package org.maintenancefund.collection.receipt;

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

/**
 * The receipts of areas that become one: each is in the area of its unit, which has gone there with its building before. Asked again
 * when a merge is undone, that takes them back, those recorded since too; the mandate stays the one they were received by.
 */
@Component
@Order(60)
@RequiredArgsConstructor
class ReceiptMergeParticipant implements AreaMergeParticipant {

    /** Nothing is needed to move them back but that they are to be. */
    private static final String MOVED = "{}";

    private final JdbcClient jdbc;

    @Override
    public String name() {
        return "receipts";
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
        jdbc.sql("UPDATE receipt r SET area_id = u.area_id FROM named_unit u"
                        + " WHERE u.unit_id = r.unit_id AND u.area_id <> r.area_id AND r.area_id = ANY (:areas)")
                .param("areas", areas.stream().map(AreaId::value).toArray(UUID[]::new))
                .update();
    }
}
