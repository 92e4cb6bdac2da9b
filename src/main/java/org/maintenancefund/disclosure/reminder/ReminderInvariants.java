package org.maintenancefund.disclosure.reminder;

import java.util.List;
import org.maintenancefund.invariant.Invariant;
import org.maintenancefund.invariant.InvariantSource;
import org.springframework.stereotype.Component;

/** What must hold of reminders beyond their constraints. */
@Component
class ReminderInvariants implements InvariantSource {

    @Override
    public List<Invariant> invariants() {
        return List.of(
                new Invariant(
                        "reminder-months",
                        "SELECT r.batch, r.place FROM reminder r LEFT JOIN (SELECT m.batch, m.place, count(*) AS months,"
                                + " sum(m.open) AS open FROM reminder_month m GROUP BY m.batch, m.place) told"
                                + " ON told.batch = r.batch AND told.place = r.place"
                                + " WHERE (r.months, r.amount) IS DISTINCT FROM (told.months, told.open)"),
                new Invariant(
                        "reminder-batch-figures",
                        "SELECT b.number FROM reminder_batch b LEFT JOIN (SELECT r.batch, count(*) AS units, sum(r.amount) AS total"
                                + " FROM reminder r GROUP BY r.batch) told ON told.batch = b.number"
                                + " WHERE (b.units, b.total) IS DISTINCT FROM (told.units, told.total)"));
    }
}
