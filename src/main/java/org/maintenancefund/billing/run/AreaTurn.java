package org.maintenancefund.billing.run;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;

/** What an area waits for from somebody who collects there; a filter of the list. */
@RequiredArgsConstructor
public enum AreaTurn implements Labelled {
    /** Its next month has begun, and nobody has made its trial. */
    TO_BILL("EXISTS (SELECT FROM collection_start s WHERE s.area_id = a.id AND " + BillingMonths.NEXT
            + " <= :this_month)"
            + " AND NOT EXISTS (SELECT FROM billing_run r WHERE r.area_id = a.id AND r.kind = 'REGULAR'"
            + " AND r.state = 'PROPOSED')"),
    /** Somebody else has made a trial, of a month or of what one missed. */
    TO_CONFIRM("EXISTS (SELECT FROM billing_run r WHERE r.area_id = a.id AND r.state = 'PROPOSED'"
            + " AND r.proposed_by <> :person)"),
    /** Somebody else wants a bill of a unit adjusted that the area has today. */
    TO_ADJUST("EXISTS (SELECT FROM bill_adjustment j JOIN named_unit u ON u.unit_id = j.unit_id"
            + " WHERE u.area_id = a.id AND j.state = 'PROPOSED' AND j.proposed_by <> :person)");

    /** In the words of the database, of {@code a}, the area. */
    private final String condition;

    String condition() {
        return condition;
    }
}
