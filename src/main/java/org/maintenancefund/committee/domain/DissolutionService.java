package org.maintenancefund.committee.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.ApplicationClosing;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Applications.Underway;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.committee.CommitteeDissolutionParticipant;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.DissolutionEffect;
import org.maintenancefund.committee.DissolutionEffect.Kind;
import org.maintenancefund.committee.DissolutionReason;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.organisation.Organisations;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 注销 of a committee: tells what ends with it, and ends it all at once. */
@Service
@RequiredArgsConstructor
public class DissolutionService {

    private final CommitteeRepository committees;
    private final Organisations organisations;
    private final Operators operators;
    private final Applications applications;
    private final ApplicationClosing closing;
    private final ObjectProvider<CommitteeDissolutionParticipant> participants;
    private final AuditTrail trail;
    private final Clock clock;

    /**
     * What would end if it were approved now.
     *
     * @param dissolution the application itself, which doesn't end with what it is about; null before there is one
     */
    @Transactional(readOnly = true)
    public List<DissolutionEffect> foresee(CommitteeView committee, @Nullable ApplicationNumber dissolution) {
        OrgRef ref = committee.id().ref();
        List<DissolutionEffect> effects = new ArrayList<>();
        operators.of(ref).stream()
                .filter(OperatorView::isInUse)
                .map(DissolutionService::user)
                .forEach(effects::add);
        participants.orderedStream().forEach(tied -> effects.addAll(tied.foresee(committee)));
        underway(ref, dissolution).map(DissolutionService::application).forEach(effects::add);
        return effects;
    }

    /**
     * Dissolves it in the transaction of the approval. Nobody submits or decides anything meanwhile (`approvesAlone`); the rows
     * are locked in the usual order, the organisation before its people.
     *
     * @throws Refusal where it was dissolved before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void dissolve(
            CommitteeId id, DissolutionReason reason, String explanation, ApprovedApplication application) {
        Committee committee = committees.lock(id).orElseThrow(() -> new NotFound("committee " + id));
        if (committee.isDissolved()) {
            throw Refusal.because("committee.dissolution.gone");
        }
        CommitteeView before = committee.view(LocalDate.now(clock));
        List<DissolutionEffect> effects = new ArrayList<>();
        organisations.dissolve(id.ref());
        operators.disableAll(id.ref()).stream().map(DissolutionService::user).forEach(effects::add);
        participants.orderedStream().forEach(tied -> effects.addAll(tied.end(before, application)));
        effects.addAll(close(id.ref(), application.number()));
        committee.dissolve(Dissolution.of(application, reason, explanation), effects);
        committees.flush();
        trail.record(AuditEvent.of("COMMITTEE_DISSOLVED")
                .on("committee", id, before.name())
                .change("status", before.status().label(), CommitteeStatus.DISSOLVED.label())
                .change("dissolutionReason", "", reason.label())
                .change("application", "", application.number()));
    }

    private List<DissolutionEffect> close(OrgRef committee, ApplicationNumber dissolution) {
        Map<ApplicationNumber, DissolutionEffect> words = underway(committee, dissolution)
                .collect(Collectors.toMap(Underway::number, DissolutionService::application));
        return closing.close(committee, Messages.of("committee.dissolution.closed", dissolution)).stream()
                .flatMap(number -> Stream.ofNullable(words.get(number)))
                .toList();
    }

    private Stream<Underway> underway(OrgRef committee, @Nullable ApplicationNumber dissolution) {
        return applications.underway(committee).stream()
                .filter(underway -> !underway.number().equals(dissolution));
    }

    private static DissolutionEffect user(OperatorView person) {
        return new DissolutionEffect(Kind.USER, person.personName() + " " + person.username());
    }

    private static DissolutionEffect application(Underway underway) {
        return new DissolutionEffect(
                Kind.APPLICATION,
                Messages.of(
                        "committee.dissolution.effect.application",
                        underway.kind().label(),
                        underway.number(),
                        underway.status().label()));
    }
}
