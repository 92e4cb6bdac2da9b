package org.maintenancefund.committee.domain;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.area.AreaRenamed;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.organisation.OrganisationEntry;
import org.maintenancefund.organisation.Organisations;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The records of committees: entered and changed by approvals, every version kept, each in the register of organisations. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class CommitteeService {

    private static final Limit FEW = Limit.of(20);

    private final CommitteeRepository committees;
    private final EntityManager entities;
    private final Organisations organisations;
    private final PropertyAreas areas;
    private final AuditTrail trail;
    private final Clock clock;

    /** Committees of that name, those that were dissolved left out. */
    @Transactional(readOnly = true)
    public List<Committee> named(String name) {
        return committees.findByNameKey(Organisations.nameKey(name), FEW);
    }

    /** Enters the committee of an area. */
    public CommitteeId register(ApprovedApplication application, AreaView area, CommitteeState state) {
        Committee committee = Committee.registered(application, area.id(), area.district(), state);
        enter(committee);
        committees.save(committee);
        entities.persist(new CommitteeVersion(committee.id(), 1, state, application));
        committees.flush();
        trail.record(AuditEvent.of("COMMITTEE_REGISTERED")
                .on("committee", committee.id(), state.name())
                .change("area", "", area.id()));
        return committee.id();
    }

    /**
     * Makes the record what was approved.
     *
     * @throws Refusal where the record was changed since {@code baseVersion}
     */
    public void change(CommitteeId id, int baseVersion, CommitteeState after, ApprovedApplication application) {
        Committee committee = committees.lock(id).orElseThrow(() -> new NotFound("committee " + id));
        if (committees.findNewestVersion(id.value()) != baseVersion) {
            throw Refusal.because("committee.change.stale");
        }
        CommitteeState before = committee.state();
        committee.change(after);
        entities.persist(new CommitteeVersion(id, baseVersion + 1, after, application));
        committees.flush();
        enter(committee);
        AuditEvent event = AuditEvent.of("COMMITTEE_CHANGED").on("committee", id, after.name());
        for (CommitteeState.Difference difference : after.differencesFrom(before)) {
            event = event.change(difference.key(), difference.before(), difference.after());
        }
        trail.record(event);
    }

    @EventListener
    void follow(AreaRenamed renamed) {
        committees.findAllInOffice(List.of(renamed.area())).forEach(this::enter);
    }

    /** In the register of organisations it is told from others of the same name by its area and term. */
    private void enter(Committee committee) {
        CommitteeView view = committee.view(LocalDate.now(clock));
        organisations.register(new OrganisationEntry(
                view.id().ref(),
                view.name(),
                null,
                view.district(),
                view.contactName(),
                view.contactMobile().toString(),
                areas.get(view.area()).name() + "，" + view.standing(),
                false));
    }
}
