package org.maintenancefund.organisation;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Says of what organisations are to be reminded, see {@link ReminderDay}. */
@Component
@RequiredArgsConstructor
public class Reminders {

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    /** Each in a transaction of its own: where one can't be told, the others are. Answers how many were due. */
    public int send(List<OrganisationMessage> due) {
        for (OrganisationMessage reminder : due) {
            try {
                transaction.executeWithoutResult(status -> events.publishEvent(reminder));
            } catch (RuntimeException failed) {
                // Its class alone: what the database says may repeat whom the message goes to.
                LOG.error(
                        "Nobody could be told: {}: {}",
                        reminder.key(),
                        failed.getClass().getName());
            }
        }
        return due.size();
    }
}
