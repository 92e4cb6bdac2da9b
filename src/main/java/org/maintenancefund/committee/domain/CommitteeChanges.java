package org.maintenancefund.committee.domain;

import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.organisation.Organisations;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes a committee's record after an approval; every version is kept. */
@Service
public class CommitteeChanges {

    private static final Limit FEW = Limit.of(20);

    private final CommitteeRepository committees;
    private final CommitteeOrganisations organisations;
    private final CommitteeVersions versions;
    private final StateFields fields;
    private final AuditTrail trail;

    CommitteeChanges(
            CommitteeRepository committees,
            CommitteeOrganisations organisations,
            CommitteeVersions versions,
            StateFields fields,
            AuditTrail trail) {
        this.committees = committees;
        this.organisations = organisations;
        this.versions = versions;
        this.fields = fields;
        this.trail = trail;
    }

    /** The committee as an entity, for reading its state; {@link NotFound} where there is none. */
    @Transactional(readOnly = true)
    public Committee get(CommitteeId id) {
        return committees.findById(id).orElseThrow(() -> new NotFound("committee " + id));
    }

    @Transactional(readOnly = true)
    public boolean isNameTaken(String name, CommitteeId except) {
        return committees.findByNameKey(Organisations.nameKey(name), FEW).stream()
                .anyMatch(other -> !other.id().equals(except));
    }

    /**
     * Makes the record what was approved.
     *
     * @throws Refusal where the record was changed since {@code baseVersion}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(CommitteeId id, int baseVersion, CommitteeState after, ApprovedApplication application) {
        Committee committee = committees.lock(id).orElseThrow(() -> new NotFound("committee " + id));
        if (versions.current(id) != baseVersion) {
            throw Refusal.because("committee.change.stale");
        }
        CommitteeState before = committee.state();
        committee.change(after);
        committees.flush();
        organisations.register(committee);
        versions.keep(id, after, application);
        AuditEvent event = AuditEvent.of("COMMITTEE_CHANGED").on("committee", id, after.name());
        for (StateFields.Difference difference : fields.differences(before, after)) {
            event = event.change(difference.key(), difference.before(), difference.after());
        }
        trail.record(event);
    }
}
