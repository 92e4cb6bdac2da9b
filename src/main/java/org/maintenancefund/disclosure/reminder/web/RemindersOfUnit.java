package org.maintenancefund.disclosure.reminder.web;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.disclosure.reminder.ReminderRegister;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.unit.UnitPart;
import org.maintenancefund.unit.UnitView;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The latest reminders of a unit on its page. */
@Component
@Order(40)
@RequiredArgsConstructor
class RemindersOfUnit implements UnitPart {

    private static final int LATEST = 12;

    private final CollectionRights rights;
    private final ReminderRegister reminders;

    @Override
    public Optional<Shown> of(UnitView unit, AreaView area, CurrentUser reader) {
        if (!Page.REMINDERS.isOpenTo(reader.role()) || !rights.sees(area, reader)) {
            return Optional.empty();
        }
        return Optional.of(new Shown(
                ReminderRows.table(reminders.of(unit.id(), rights.months(area, reader), LATEST), true),
                ReminderPaths.area(area.id()),
                Messages.of("disclosure.reminders.link")));
    }
}
