package org.maintenancefund.association.termination;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPolicy;
import org.maintenancefund.application.ApplicationSubjects;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.PreCheck;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.EndReason;
import org.maintenancefund.association.domain.AssociationChecks;
import org.maintenancefund.association.domain.AssociationService;
import org.maintenancefund.association.domain.PaperDocument;
import org.maintenancefund.association.domain.PaperKind;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.springframework.stereotype.Component;

/** 关联解除申请: an association that has days left, applied for by the committee of its area. */
@Component
@RequiredArgsConstructor
public class TerminationPolicy implements ApplicationPolicy<TerminationDetails> {

    /** Owners who dismiss a company give notice so many days before (《民法典》第九百四十六条), unless the contract says otherwise. */
    private static final int NOTICE_DAYS = 60;

    private final AssociationService associations;
    private final AssociationChecks associationChecks;
    private final TerminationConsequences consequences;
    private final Committees committees;
    private final ApplicationSubjects applications;
    private final PropertyAreas areas;
    private final Clock clock;

    @Override
    public ApplicationSummary summarise(TerminationDetails details) {
        CommitteeView committee = committees.get(details.committee());
        AreaView area = areas.get(committee.area());
        return new ApplicationSummary(
                area.id().value(),
                committee.name(),
                details.reason().label(),
                area.district(),
                area.street().value(),
                committee.contactName(),
                committee.contactMobile());
    }

    @Override
    public Optional<Reason> obstacle(TerminationDetails details) {
        AreaId area = areas.standing(details.area()).id();
        if (!committees.speaksFor(details.committee(), area)) {
            return Optional.of(Reason.of("association.committee.gone"));
        }
        return associations
                .standing(details.association())
                .map(found -> obstacle(details, found))
                .orElseGet(() -> Optional.of(Reason.of("association.termination.gone")));
    }

    private Optional<Reason> obstacle(TerminationDetails details, AssociationView found) {
        if (found.isOverOn(LocalDate.now(clock))) {
            return Optional.of(Reason.of("association.termination.over"));
        }
        return details.endsOn().isAfter(found.effectiveTo())
                ? Optional.of(Reason.of(
                        "association.termination.ends-before",
                        found.effectiveTo().toString(),
                        details.endsOn().toString()))
                : Optional.empty();
    }

    /**
     * The same before anything is typed, and whether another one is pending.
     *
     * @param revised the application that is being revised; null for a new one
     */
    Optional<Reason> obstacle(AssociationView association, @Nullable ApplicationNumber revised) {
        if (association.isOverOn(LocalDate.now(clock))) {
            return Optional.of(Reason.of("association.termination.over"));
        }
        return applications
                        .pending(
                                TerminationDefinition.KIND,
                                List.of(association.area().value()),
                                revised)
                        .isEmpty()
                ? Optional.empty()
                : Optional.of(TerminationDefinition.KIND.alreadyPending());
    }

    @Override
    public List<SystemCheck> compare(ApplicationNumber number, TerminationDetails details) {
        List<SystemCheck> checks = new ArrayList<>();
        checks.add(associationChecks.committee(details.committee()));
        associationChecks.dissolution(details.committee()).ifPresent(checks::add);
        Optional<AssociationView> association = associations.standing(details.association());
        association.flatMap(found -> changed(details, found)).ifPresent(checks::add);
        checks.addAll(consequences.of(details));
        if (isShortNotice(details)) {
            checks.add(SystemCheck.look("association.termination.check.notice", NOTICE_DAYS));
        }
        if (lacks(details, PaperKind.RESOLUTION)) {
            checks.add(SystemCheck.look("association.termination.check.no-resolution"));
        }
        AreaId area = association.map(AssociationView::area).orElse(details.area());
        String others = applications.open(List.of(area.value())).stream()
                .filter(open -> !open.number().equals(number))
                .map(open -> open.kind().label() + " " + open.number())
                .collect(Collectors.joining("、"));
        if (!others.isEmpty()) {
            checks.add(SystemCheck.good("association.termination.check.others", others));
        }
        return checks;
    }

    /** What became of the association since the submission. */
    private Optional<SystemCheck> changed(TerminationDetails details, AssociationView found) {
        if (found.isOverOn(LocalDate.now(clock))) {
            return Optional.of(SystemCheck.look("association.termination.over"));
        }
        return found.effectiveTo().equals(details.effectiveTo())
                ? Optional.empty()
                : Optional.of(SystemCheck.look("association.termination.check.changed", found.effectiveTo()));
    }

    @Override
    public List<PreCheck> foresee(Draft<?> draft, TerminationDetails details) {
        List<PreCheck> found = new ArrayList<>();
        if (details.endsOn().isBefore(LocalDate.now(clock))) {
            found.add(at("endsOn", "association.termination.pre.past", details.endsOn()));
        } else if (isShortNotice(details)) {
            found.add(at("endsOn", "association.termination.pre.notice", NOTICE_DAYS));
        }
        if (lacks(details, PaperKind.RESOLUTION)) {
            found.add(at("papers", "association.termination.pre.no-resolution"));
        }
        return found;
    }

    private static PreCheck at(String field, String key, Object... args) {
        return PreCheck.at(field, Messages.of("association.termination.field." + field), key, args);
    }

    private boolean isShortNotice(TerminationDetails details) {
        return details.reason() == TerminationReason.DISMISSED
                && details.endsOn().isBefore(LocalDate.now(clock).plusDays(NOTICE_DAYS));
    }

    private static boolean lacks(TerminationDetails details, PaperKind kind) {
        return details.papers().stream().noneMatch(paper -> paper.kind() == kind);
    }

    @Override
    public List<String> paperDocuments(TerminationDetails details) {
        return details.papers().stream().map(PaperDocument::toString).toList();
    }

    /** Ends the right the day before 解除日期; yesterday where that is over, for rights end at once. */
    @Override
    public void approved(ApprovedApplication application, TerminationDetails details) {
        AssociationId ending = associations
                .standing(details.association())
                .orElseThrow(() -> Refusal.because("association.termination.gone"))
                .id();
        obstacle(details, associations.lock(ending)).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        LocalDate approval = LocalDate.ofInstant(application.approvedAt(), clock.getZone());
        associations.end(ending, EndReason.TERMINATED, details.endsOn(approval).minusDays(1), application);
    }
}
