package org.maintenancefund.disclosure.reminder;

import org.maintenancefund.area.AreaMergeParticipant;
import org.maintenancefund.unit.FollowingUnits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reminders of areas that become one: each batch goes along with its units, and back. */
@Configuration(proxyBeanMethods = false)
class ReminderMerging {

    @Bean
    @Order(70)
    AreaMergeParticipant remindersFollowUnits(JdbcClient jdbc) {
        return new FollowingUnits(
                "reminders",
                "UPDATE reminder_batch b SET area_id = u.area_id FROM reminder r JOIN named_unit u ON u.unit_id = r.unit_id"
                        + " WHERE r.batch = b.number AND r.place = 1 AND u.area_id <> b.area_id AND b.area_id = ANY (:areas)",
                jdbc);
    }
}
