package org.maintenancefund.billing.standard;

import java.time.Clock;
import java.time.YearMonth;
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
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.billing.ChargeStandard;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.billing.standard.AreaRateLimit.Compared;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.springframework.stereotype.Component;

/** 小区收取标准申请: by the committee in office, for its own area, within what the city allows, from a month that is not over. */
@Component
@RequiredArgsConstructor
class AreaStandardPolicy implements ApplicationPolicy<AreaStandardDetails> {

    private final ChargeStandardService service;
    private final ChargeStandards standards;
    private final AreaRateLimit limit;
    private final AreaStandardChecks checks;
    private final ApplicationSubjects applications;
    private final Committees committees;
    private final PropertyAreas areas;
    private final Clock clock;

    @Override
    public ApplicationSummary summarise(AreaStandardDetails details) {
        CommitteeView committee = committees.get(details.committee());
        AreaView area = areas.get(committee.area());
        return new ApplicationSummary(
                area.id().value(),
                committee.name(),
                details.use().label(),
                area.district(),
                area.street().value(),
                committee.contactName(),
                committee.contactMobile());
    }

    @Override
    public Optional<Reason> obstacle(AreaStandardDetails details) {
        AreaView area = areas.standing(details.area());
        return obstacle(area, details, limit.compare(details), holding(area, details));
    }

    private Optional<Reason> obstacle(
            AreaView area, AreaStandardDetails details, List<Compared> besideCity, List<ChargeStandard> holding) {
        return ofCommittee(details.committee(), area)
                .or(() -> overAt(details.from()))
                .or(() -> limit.refusal(besideCity))
                .or(() -> sameAs(details, holding));
    }

    /** What the units that it is about would be charged by in its first month without it. */
    private List<ChargeStandard> holding(AreaView area, AreaStandardDetails details) {
        List<ChargeStandard> standing = standards.from(area.id(), details.from());
        return details.standards().stream()
                .flatMap(told -> standing.stream().filter(told::isAnsweredBy))
                .toList();
    }

    private Optional<Reason> ofCommittee(CommitteeId id, AreaView area) {
        Optional<CommitteeView> speaks = committees
                .find(id)
                .filter(found -> found.status() != CommitteeStatus.DISSOLVED)
                .filter(found -> found.area().equals(area.id()));
        return speaks.isEmpty() ? Optional.of(Reason.of("billing.standard.committee.gone")) : ofCommittee(speaks.get());
    }

    private static Optional<Reason> ofCommittee(CommitteeView committee) {
        return committee.status() == CommitteeStatus.IN_OFFICE
                ? Optional.empty()
                : Optional.of(Reason.of(
                        "billing.standard.committee.not-in-office",
                        committee.status().label()));
    }

    private Optional<Reason> overAt(YearMonth from) {
        return from.isBefore(YearMonth.now(clock))
                ? Optional.of(Reason.of("billing.standard.refusal.begun", from))
                : Optional.empty();
    }

    /** One of its own begins in that month already, or its own says the same then. */
    private static Optional<Reason> sameAs(AreaStandardDetails details, List<ChargeStandard> holding) {
        return holding.stream()
                .filter(holds -> holds.area().isPresent())
                .filter(holds ->
                        holds.from().equals(details.from()) || holds.rate().equals(details.rate()))
                .findFirst()
                .map(holds -> Reason.of(
                        "billing.standard.refusal.own-already",
                        StandardWords.whole(holds.use(), holds.lift(), holds.rate(), holds.from())));
    }

    /**
     * The same before anything is typed, and whether another one is pending.
     *
     * @param revised the application that is being revised; null for a new one
     */
    Optional<Reason> obstacle(CommitteeView committee, @Nullable ApplicationNumber revised) {
        return ofCommittee(committee)
                .or(limit::unset)
                .or(() -> applications
                                .pending(
                                        AreaStandardDefinition.KIND,
                                        List.of(committee.area().value()),
                                        revised)
                                .isEmpty()
                        ? Optional.empty()
                        : Optional.of(AreaStandardDefinition.KIND.alreadyPending()));
    }

    @Override
    public List<SystemCheck> compare(ApplicationNumber number, AreaStandardDetails details) {
        return compare(areas.standing(details.area()), number, details);
    }

    /** The same where the area was read already. */
    List<SystemCheck> compare(AreaView area, ApplicationNumber number, AreaStandardDetails details) {
        List<Compared> besideCity = limit.compare(details);
        List<ChargeStandard> holding = holding(area, details);
        List<SystemCheck> all = new ArrayList<>();
        all.add(obstacle(area, details, besideCity, holding)
                .map(SystemCheck::look)
                .orElseGet(() -> SystemCheck.good("billing.standard.check.fine", details.from())));
        all.addAll(checks.of(details, besideCity, holding));
        all.addAll(checks.underway(area, number, details));
        return all;
    }

    @Override
    public List<PreCheck> foresee(Draft<?> draft, AreaStandardDetails details) {
        return AreaStandardChecks.foreseen(draft, details, limit.compare(details));
    }

    /** Makes the standards, which hold from their month on. */
    @Override
    public void approved(ApprovedApplication application, AreaStandardDetails details) {
        obstacle(details).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        service.approve(areas.standing(details.area()), details.standards(), application);
    }
}
