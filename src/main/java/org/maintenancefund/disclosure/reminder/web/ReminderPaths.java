package org.maintenancefund.disclosure.reminder.web;

import java.util.List;
import java.util.stream.Stream;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.disclosure.reminder.ReminderNumber;
import org.maintenancefund.web.Crumb;

/** Where reminders are. */
final class ReminderPaths {

    static final String REMINDERS = "/reminders";

    static final String AREA = REMINDERS + "/areas/{area}";

    static final String BATCH = REMINDERS + "/{batch}";

    private ReminderPaths() {}

    static String area(AreaId area) {
        return REMINDERS + "/areas/" + area;
    }

    static String batch(ReminderNumber batch) {
        return REMINDERS + "/" + batch;
    }

    static String reminder(ReminderNumber batch, int place) {
        return batch(batch) + "/" + place;
    }

    /** The list of the area, then what is told. */
    static List<Crumb> crumbs(AreaView area, Crumb... below) {
        return Stream.concat(Stream.of(new Crumb(area.name(), area(area.id()))), Stream.of(below))
                .toList();
    }

    static Crumb crumb(ReminderNumber batch) {
        return new Crumb(batch.value(), batch(batch));
    }
}
