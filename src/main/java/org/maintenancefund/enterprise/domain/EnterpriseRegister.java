package org.maintenancefund.enterprise.domain;

import java.time.Clock;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseState;
import org.maintenancefund.enterprise.NewEnterprise;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.organisation.Organisations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters companies and changes them. */
@Service
@Transactional
public class EnterpriseRegister {

    private final EnterpriseRepository enterprises;
    private final EnterpriseLocks locks;
    private final Organisations organisations;
    private final AuditTrail trail;
    private final Clock clock;

    EnterpriseRegister(
            EnterpriseRepository enterprises,
            EnterpriseLocks locks,
            Organisations organisations,
            AuditTrail trail,
            Clock clock) {
        this.enterprises = enterprises;
        this.locks = locks;
        this.organisations = organisations;
        this.trail = trail;
        this.clock = clock;
    }

    /** Enters a company; {@code uq_enterprise_credit_code} stands behind the check where two come at once. */
    public EnterpriseId register(NewEnterprise company) {
        if (enterprises.existsByCreditCode(company.creditCode())) {
            throw Refusal.because("enterprise.refusal.credit-code-known");
        }
        Enterprise enterprise = Enterprise.registered(company, clock.instant());
        organisations.register(enterprise.entry());
        enterprises.saveAndFlush(enterprise);
        trail.record(event("ENTERPRISE_ENTERED", enterprise)
                .change("creditCode", null, enterprise.creditCode())
                .change("qualification", null, company.qualification()));
        return enterprise.id();
    }

    /** 停用: from this commit on its people and those of its branches are out, and nobody can choose it. */
    public void disable(EnterpriseId id, String reason, CurrentUser by) {
        Enterprise enterprise = locked(id);
        enterprise.disable();
        enterprises.flush();
        organisations.disable(id.ref(), reason, by);
        trail.record(event("ENTERPRISE_DISABLED", enterprise)
                .change("state", EnterpriseState.ACTIVE, enterprise.state())
                .change("reason", null, reason));
    }

    /** 启用: what rested goes on as it was. */
    public void enable(EnterpriseId id, String reason) {
        Enterprise enterprise = locked(id);
        enterprise.enable();
        enterprises.flush();
        organisations.enable(id.ref());
        trail.record(event("ENTERPRISE_ENABLED", enterprise)
                .change("state", EnterpriseState.DISABLED, enterprise.state())
                .change("reason", null, reason));
    }

    private Enterprise locked(EnterpriseId id) {
        locks.lock(id);
        return enterprises.findById(id).orElseThrow(() -> new NotFound("enterprise " + id));
    }

    private static AuditEvent event(String action, Enterprise enterprise) {
        return AuditEvent.of(action).on("enterprise", enterprise.id(), enterprise.name());
    }
}
