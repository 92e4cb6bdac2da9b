package org.maintenancefund.collection.receipt;

import org.maintenancefund.area.AreaMergeParticipant;
import org.maintenancefund.unit.FollowingUnits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The receipts of areas that become one go along with their units; the mandate stays the one they were received by. */
@Configuration(proxyBeanMethods = false)
class ReceiptMerging {

    @Bean
    @Order(60)
    AreaMergeParticipant receiptsFollowUnits(JdbcClient jdbc) {
        return new FollowingUnits(
                "receipts",
                "UPDATE receipt r SET area_id = u.area_id FROM named_unit u"
                        + " WHERE u.unit_id = r.unit_id AND u.area_id <> r.area_id AND r.area_id = ANY (:areas)",
                jdbc);
    }
}
