package org.maintenancefund.association.domain;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.association.AssociationEndParticipant;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.EndReason;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.organisation.OrganisationMessage;
import org.maintenancefund.organisation.OrganisationMessage.Addressee;
import org.maintenancefund.organisation.OrganisationMessage.Occasion;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The records of associations: ended or put off by approvals, each time with an entry of the trail, and told to the company and its
 * office.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class AssociationService {

    private final AssociationRepository associations;
    private final AssociationNames names;
    private final PropertyAreas areas;
    private final EntityManager entities;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<AssociationEndParticipant> participants;
    private final Clock clock;

    @Transactional(readOnly = true)
    public Optional<AssociationView> find(AssociationId id) {
        return associations.findById(id).map(Association::view);
    }

    /**
     * The right itself or, where a merge of areas swallowed it, the one by which the same manager goes on there: its contract is
     * no later one.
     */
    @Transactional(readOnly = true)
    public Optional<AssociationView> standing(AssociationId id) {
        return find(id).map(right ->
                right.endReason() == EndReason.MERGED ? goingOn(right).orElse(right) : right);
    }

    private Optional<AssociationView> goingOn(AssociationView swallowed) {
        AreaId area = areas.standing(swallowed.area()).id();
        return associations.findCurrentOf(List.of(area), LocalDate.now(clock)).stream()
                .map(Association::view)
                .filter(swallowed::hasManagerOf)
                .filter(right ->
                        !right.contract().start().isAfter(swallowed.contract().start()))
                .findFirst();
    }

    /** As it is now, and until the transaction ends nobody else changes it. */
    public AssociationView lock(AssociationId id) {
        Association association = get(id);
        entities.refresh(association, LockModeType.PESSIMISTIC_WRITE);
        return association.view();
    }

    /** Ends it with that day; nothing where it ends by then anyway. */
    public void end(AssociationId id, EndReason reason, LocalDate lastDay, ApprovedApplication by) {
        Association association = get(id);
        AssociationView before = association.view();
        if (association.end(reason, lastDay, by)) {
            associations.flush();
            record(
                    before,
                    association.view().effectiveFrom(),
                    association.view().effectiveTo());
        }
    }

    private Association get(AssociationId id) {
        return associations.findById(id).orElseThrow(() -> new NotFound("association " + id));
    }

    /** What else would end where the right ended with that day, a sentence each. */
    @Transactional(readOnly = true)
    public List<String> foresee(AssociationView association, LocalDate lastDay) {
        return participants
                .orderedStream()
                .flatMap(tied -> tied.foresee(association, lastDay).stream())
                .toList();
    }

    /**
     * Records what became of a right, ends what is tied to the days that it lost, and tells who loses them.
     *
     * @param from first day that is left to it
     * @param to   last day that is left to it
     */
    void record(AssociationView before, LocalDate from, LocalDate to) {
        boolean ends = to.isBefore(before.effectiveTo());
        AreaView area = areas.get(before.area());
        trail.record(AuditEvent.of(ends ? "ASSOCIATION_ENDED" : "ASSOCIATION_POSTPONED")
                .on("association", before.id(), area.name() + "（" + area.code() + "）")
                .change("effective", before.effectiveFrom() + "/" + before.effectiveTo(), from + "/" + to));
        LocalDate day = ends ? to : from;
        events.publishEvent(new OrganisationMessage(
                ends ? Occasion.ASSOCIATION_ENDED : Occasion.ASSOCIATION_POSTPONED,
                "association " + before.id() + " " + day,
                area.name() + "（" + names.target(before) + "）",
                day,
                area.district(),
                managers(before)));
        participants
                .orderedStream()
                .forEach(tied -> tied.shortened(get(before.id()).view()));
    }

    private static List<Addressee> managers(AssociationView association) {
        List<OrgRef> managers = new ArrayList<>(List.of(association.enterprise().ref()));
        if (association.office() != null) {
            managers.add(association.office().ref());
        }
        return managers.stream()
                .map(manager -> new Addressee(manager, "/my/areas"))
                .toList();
    }
}
