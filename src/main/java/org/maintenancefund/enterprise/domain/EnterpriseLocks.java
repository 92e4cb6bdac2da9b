package org.maintenancefund.enterprise.domain;

import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseState;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The two sides of a 停用 that races with something for the company: who does something holds, who disables locks; the one that
 * comes second waits and then sees what the first has done.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class EnterpriseLocks {

    private final JdbcClient jdbc;

    EnterpriseLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the company active until the transaction ends; many can do so at once. Refuses where it is disabled. */
    public void lockActive(EnterpriseId id) {
        if (take(id, "FOR SHARE") != EnterpriseState.ACTIVE) {
            throw Refusal.because("enterprise.refusal.disabled");
        }
    }

    /** Keeps everybody else from holding or changing the company until the transaction ends. */
    void lock(EnterpriseId id) {
        take(id, "FOR NO KEY UPDATE");
    }

    private EnterpriseState take(EnterpriseId id, String strength) {
        return jdbc.sql("SELECT state FROM enterprise WHERE id = :id " + strength)
                .param("id", id.value())
                .query((row, i) -> EnterpriseState.valueOf(row.getString(1)))
                .optional()
                .orElseThrow(() -> new NotFound("enterprise " + id));
    }
}
