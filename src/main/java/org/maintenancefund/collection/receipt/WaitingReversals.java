package org.maintenancefund.collection.receipt;

import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.kernel.paging.Conditions;
import org.springframework.stereotype.Component;

/**
 * Which 冲正 wait for somebody else than who proposed them: for the workbench, and as the condition of the list behind its number. The
 * company that received the money confirms, as long as it collects there; of what is booked the district.
 */
@Component
@RequiredArgsConstructor
public class WaitingReversals {

    private static final String WAITING =
            "v.state = 'PROPOSED' AND v.proposed_by <> :person AND EXISTS (SELECT FROM area_collected c"
                    + " WHERE c.area_id = r.area_id AND c.enterprise_id = r.enterprise_id"
                    + " AND :organisation IN (c.collector_id, c.enterprise_id) AND c.validity @> CAST(:today AS date)"
                    + " AND NOT EXISTS (SELECT FROM organisation o WHERE o.id IN (c.enterprise_id, c.collector_id) AND o.state <> 'ACTIVE'))";

    private static final String BOOKED =
            "EXISTS (SELECT FROM receipt_way w WHERE w.receipt_id = r.id AND w.declaration_state = 'BOOKED')";

    /** What the household has in the books waits for the district {@code :own_district}. */
    public static final String OF_DISTRICT = " FROM receipt_reversal v JOIN receipt r ON r.id = v.receipt_id"
            + " JOIN named_area n ON n.id = r.area_id WHERE v.state = 'PROPOSED' AND v.proposed_by <> :person AND "
            + BOOKED + " AND n.district_id = :own_district";

    /** What waits for the company {@code :organisation}: of what no household has in the books. */
    public static final String OF_COMPANY =
            " FROM receipt_reversal v JOIN receipt r ON r.id = v.receipt_id WHERE " + WAITING + " AND NOT " + BOOKED;

    private final Clock clock;

    /** Narrows a list of areas {@code a} down to those where one waits for that person. */
    public Conditions narrow(Conditions areas, CurrentUser user) {
        if (user.is(Role.DISTRICT_STAFF)) {
            return areas.and("EXISTS (SELECT" + OF_DISTRICT + " AND r.area_id = a.id)")
                    .bind("own_district", user.districtIfAny().orElseThrow().value())
                    .bind("person", user.operatorId().value());
        }
        return areas.and("EXISTS (SELECT" + OF_COMPANY + " AND r.area_id = a.id)")
                .bind("organisation", user.organisation().id())
                .bind("person", user.operatorId().value())
                .bind("today", LocalDate.now(clock));
    }
}
