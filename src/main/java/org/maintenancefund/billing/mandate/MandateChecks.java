package org.maintenancefund.billing.mandate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationSubjects;
import org.maintenancefund.application.ApplicationSubjects.OpenApplication;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.Associations;
import org.maintenancefund.association.Associations.NamedAssociation;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/** 系统比对 of an application for a mandate: what the reviewer would otherwise have to look up. */
@Component
@RequiredArgsConstructor
class MandateChecks {

    private final Associations associations;
    private final NamedMandates mandates;
    private final Committees committees;
    private final ApplicationSubjects applications;
    private final Clock clock;

    List<SystemCheck> of(AreaView area, ApplicationNumber number, MandateDetails details) {
        List<OpenApplication> underway = applications.open(List.of(area.id().value(), details.committeeId()));
        List<SystemCheck> checks = new ArrayList<>();
        checks.add(committee(details));
        committees
                .pendingDissolution(underway)
                .map(pending -> SystemCheck.look("committee.check.dissolution", pending))
                .ifPresent(checks::add);
        checks.add(association(area, details));
        checks.addAll(period(details));
        List<String> cuts = cuts(area.id(), details);
        if (cuts.isEmpty()) {
            checks.add(SystemCheck.good("billing.mandate.check.free"));
        }
        cuts.forEach(cut -> checks.add(SystemCheck.look("billing.mandate.check.taken", cut)));
        String others = underway.stream()
                .filter(open -> open.subject().equals(area.id().value()))
                .filter(open -> !open.number().equals(number))
                .map(open -> open.kind().label() + " " + open.number())
                .collect(Collectors.joining("、"));
        if (!others.isEmpty()) {
            checks.add(SystemCheck.look("billing.mandate.check.others", others));
        }
        return checks;
    }

    private SystemCheck committee(MandateDetails details) {
        Optional<CommitteeView> committee = committees.find(details.committee());
        if (committee.isEmpty() || committee.get().status() == CommitteeStatus.DISSOLVED) {
            return SystemCheck.look("association.check.committee.dissolved");
        }
        CommitteeView view = committee.get();
        return view.status() == CommitteeStatus.IN_OFFICE
                ? SystemCheck.good("association.check.committee", view.standing())
                        .at("/committees/" + view.id())
                : SystemCheck.look(
                        "association.check.committee.look", view.status().label(), view.standing());
    }

    /** Whether who is to collect manages the area, and on which days. */
    private SystemCheck association(AreaView area, MandateDetails details) {
        AssociationId asked = associations
                .standing(details.association())
                .map(AssociationView::id)
                .orElse(details.association());
        Optional<NamedAssociation> found = associations.currentFor(area.id()).stream()
                .filter(current -> current.association().id().equals(asked))
                .findFirst();
        if (found.isEmpty()) {
            return SystemCheck.look("billing.mandate.check.association.gone", details.collector());
        }
        AssociationView right = found.get().association();
        String name = found.get().manager();
        return details.validFrom().isBefore(right.effectiveFrom())
                        || details.validTo().isAfter(right.effectiveTo())
                ? SystemCheck.look("billing.mandate.check.outside", name, right.effectiveFrom(), right.effectiveTo())
                : SystemCheck.good(
                        "billing.mandate.check.association", name, right.effectiveFrom(), right.effectiveTo());
    }

    private List<SystemCheck> period(MandateDetails details) {
        LocalDate today = LocalDate.now(clock);
        if (details.validTo().isBefore(today)) {
            return List.of(SystemCheck.look("billing.mandate.over", details.validTo()));
        }
        return details.validFrom().isBefore(today)
                ? List.of(SystemCheck.look("billing.mandate.check.past", details.validFrom()))
                : List.of();
    }

    /** What an approval of today would leave of the mandates that stand, a sentence each. */
    List<String> cuts(AreaId area, MandateDetails details) {
        LocalDate today = LocalDate.now(clock);
        Optional<DateRange> days = OneMandatePerArea.days(details.validFrom(), details.validTo(), today);
        return days.stream()
                .flatMap(asked -> mandates.current(area, today).stream()
                        .flatMap(standing -> OneMandatePerArea.cut(standing.mandate(), asked).stream()
                                .map(cut -> Messages.of(
                                        "billing.mandate.cut",
                                        standing.collector(),
                                        standing.mandate().validFrom(),
                                        standing.mandate().validTo(),
                                        cut.sentence()))))
                .toList();
    }
}
