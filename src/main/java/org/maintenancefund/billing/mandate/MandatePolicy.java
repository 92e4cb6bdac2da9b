package org.maintenancefund.billing.mandate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.Associations;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.springframework.stereotype.Component;

/** 收取授权申请: of a committee, for who manages its area, within the days of that association. */
@Component
@RequiredArgsConstructor
public class MandatePolicy implements ApplicationPolicy<MandateDetails> {

    private final Associations associations;
    private final MandateService mandates;
    private final MandateChecks checks;
    private final Committees committees;
    private final Enterprises enterprises;
    private final ApplicationSubjects applications;
    private final PropertyAreas areas;
    private final Clock clock;

    /** The application is about the area, under the committee's name, and its contact is who is phoned. */
    @Override
    public ApplicationSummary summarise(MandateDetails details) {
        CommitteeView committee = committees.get(details.committee());
        AreaView area = areas.get(committee.area());
        return new ApplicationSummary(
                area.id().value(),
                committee.name(),
                details.kind().label(),
                area.district(),
                area.street().value(),
                committee.contactName(),
                committee.contactMobile());
    }

    @Override
    public Optional<Reason> obstacle(MandateDetails details) {
        AreaId area = areas.standing(details.area()).id();
        return committees.speaksFor(details.committee(), area)
                ? associations
                        .standing(details.association())
                        .filter(right -> right.area().equals(area))
                        .map(right -> obstacle(details, right))
                        .orElseGet(() -> Optional.of(Reason.of("billing.mandate.association.gone")))
                : Optional.of(Reason.of("billing.mandate.committee.gone"));
    }

    private Optional<Reason> obstacle(MandateDetails details, AssociationView right) {
        LocalDate today = LocalDate.now(clock);
        if (right.isOverOn(today)) {
            return Optional.of(Reason.of("billing.mandate.association.gone"));
        }
        if (enterprises
                .find(right.enterprise())
                .filter(EnterpriseView::isActive)
                .isEmpty()) {
            return Optional.of(Reason.of("billing.mandate.company.gone"));
        }
        if (details.validTo().isBefore(today)) {
            return Optional.of(
                    Reason.of("billing.mandate.over", details.validTo().toString()));
        }
        return details.validFrom().isBefore(right.effectiveFrom())
                        || details.validTo().isAfter(right.effectiveTo())
                ? Optional.of(Reason.of(
                        "billing.mandate.outside-now",
                        right.effectiveFrom().toString(),
                        right.effectiveTo().toString()))
                : Optional.empty();
    }

    /**
     * Why the committee can't apply, before anything is typed.
     *
     * @param revised the application that is being revised; null for a new one
     */
    Optional<Reason> obstacle(AreaId area, @Nullable ApplicationNumber revised) {
        if (associations.currentFor(area).isEmpty()) {
            return Optional.of(Reason.of("billing.mandate.no-association"));
        }
        return isPending(area, revised) ? Optional.of(MandateDefinition.KIND.alreadyPending()) : Optional.empty();
    }

    /** True where another one of the area waits for the district. */
    boolean isPending(AreaId area, @Nullable ApplicationNumber revised) {
        return !applications
                .pending(MandateDefinition.KIND, List.of(area.value()), revised)
                .isEmpty();
    }

    @Override
    public List<SystemCheck> compare(ApplicationNumber number, MandateDetails details) {
        return compare(areas.standing(details.area()), number, details);
    }

    /** The same where the area was read already. */
    List<SystemCheck> compare(AreaView area, ApplicationNumber number, MandateDetails details) {
        return checks.of(area, number, details);
    }

    @Override
    public List<PreCheck> foresee(Draft<?> draft, MandateDetails details) {
        List<PreCheck> found = new ArrayList<>();
        if (details.validFrom().isBefore(LocalDate.now(clock))) {
            found.add(at("validFrom", "billing.mandate.pre.past", details.validFrom()));
        }
        AreaId area = areas.standing(details.area()).id();
        checks.cuts(area, details).forEach(cut -> found.add(at("validFrom", "billing.mandate.pre.taken", cut)));
        return found;
    }

    private static PreCheck at(String field, String key, Object... args) {
        return PreCheck.at(field, Messages.of("billing.mandate.field." + field), key, args);
    }

    /** Begins the mandate, and ends what it replaces, while nobody takes a day from the association. */
    @Override
    public void approved(ApprovedApplication application, MandateDetails details) {
        AssociationView standing = associations
                .standing(details.association())
                .orElseThrow(() -> Refusal.because("billing.mandate.association.gone"));
        AssociationView right = associations.lock(standing.id());
        obstacle(details, right).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        LocalDate approval = LocalDate.ofInstant(application.approvedAt(), clock.getZone());
        DateRange days = OneMandatePerArea.days(details.validFrom(), details.validTo(), approval)
                .orElseThrow(() -> Refusal.because(
                        "billing.mandate.over", details.validTo().toString()));
        mandates.begin(application, right, details.committee(), days);
    }
}
