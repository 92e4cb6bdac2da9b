package org.maintenancefund.enterprise.domain;

import java.time.Clock;
import java.util.function.Consumer;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseState;
import org.maintenancefund.enterprise.NewEnterprise;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters companies and changes them. */
@Service
@Transactional
public class EnterpriseRegister {

    private final EnterpriseRepository enterprises;
    private final AuditTrail trail;
    private final Clock clock;

    EnterpriseRegister(EnterpriseRepository enterprises, AuditTrail trail, Clock clock) {
        this.enterprises = enterprises;
        this.trail = trail;
        this.clock = clock;
    }

    /** Enters a company; {@code uq_enterprise_credit_code} stands behind the check where two come at once. */
    public EnterpriseId register(NewEnterprise company) {
        if (enterprises.existsByCreditCode(company.creditCode())) {
            throw Refusal.because("enterprise.refusal.credit-code-known");
        }
        Enterprise enterprise = enterprises.saveAndFlush(Enterprise.registered(company, clock.instant()));
        trail.record(event("ENTERPRISE_ENTERED", enterprise)
                .change("creditCode", null, enterprise.creditCode())
                .change("qualification", null, company.qualification()));
        return enterprise.id();
    }

    public void disable(EnterpriseId id) {
        change(id, "ENTERPRISE_DISABLED", Enterprise::disable);
    }

    public void enable(EnterpriseId id) {
        change(id, "ENTERPRISE_ENABLED", Enterprise::enable);
    }

    private void change(EnterpriseId id, String action, Consumer<Enterprise> verb) {
        Enterprise enterprise = enterprises.findById(id).orElseThrow(() -> new NotFound("enterprise " + id));
        EnterpriseState before = enterprise.state();
        verb.accept(enterprise);
        enterprises.flush();
        trail.record(event(action, enterprise).change("state", before, enterprise.state()));
    }

    private static AuditEvent event(String action, Enterprise enterprise) {
        return AuditEvent.of(action).on("enterprise", enterprise.id(), enterprise.name());
    }
}
