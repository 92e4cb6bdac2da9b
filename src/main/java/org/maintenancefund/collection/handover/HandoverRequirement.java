package org.maintenancefund.collection.handover;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.TakeoverRequirement;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who collects in an area after another company has taken it over from that one. The same company under a new mandate, or one of its
 * offices, takes nothing over; nor does the first one of an area.
 */
@Component
@RequiredArgsConstructor
class HandoverRequirement implements TakeoverRequirement {

    private final JdbcClient jdbc;

    @Override
    public Optional<Reason> missing(AreaView area, EnterpriseId company) {
        return jdbc.sql("SELECT o.name FROM area_holder x JOIN organisation o ON o.id = x.holder_id"
                        + " WHERE x.area_id = :area AND x.holder_id <> :company")
                .param("area", area.id().value())
                .param("company", company.value())
                .query(String.class)
                .optional()
                .map(former -> Reason.of("handover.required", area.name(), former));
    }
}
