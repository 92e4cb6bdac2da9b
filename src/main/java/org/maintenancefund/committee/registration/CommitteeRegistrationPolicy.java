package org.maintenancefund.committee.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.ProposedOperators;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPolicy;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.PhoneCheck;
import org.maintenancefund.application.PreCheck;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.AreaWithSimilar;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.SimilarAreas;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.domain.CommitteeName;
import org.maintenancefund.committee.domain.CommitteeRepository;
import org.maintenancefund.committee.domain.CommitteeService;
import org.maintenancefund.committee.domain.CommitteeState;
import org.maintenancefund.committee.domain.RelatedCommittee;
import org.maintenancefund.committee.domain.TermChecks;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NameList;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.organisation.Organisations;
import org.springframework.stereotype.Component;

/**
 * 业委会注册: one committee in office per property area. An area that was merged since stands for nothing any more; the
 * committee is that of the area it went into.
 */
@Component
@RequiredArgsConstructor
class CommitteeRegistrationPolicy implements ApplicationPolicy<CommitteeDetails> {

    private final CommitteeRepository committees;
    private final CommitteeService records;
    private final ProposedOperators proposed;
    private final PropertyAreas areas;
    private final PhoneCheck phones;
    private final RegistrationPreChecks preChecks;
    private final Clock clock;

    @Override
    public ApplicationSummary summarise(CommitteeDetails details) {
        AreaView area = areas.standing(details.area());
        CommitteeState committee = details.committee();
        return new ApplicationSummary(
                area.id().value(),
                committee.name(),
                committee.attribute().label(),
                area.district(),
                area.street().value(),
                committee.contactName(),
                committee.contactMobile());
    }

    /**
     * One committee in office per property area; one whose term has ended counts until 换届 or 注销. The database holds the same
     * as {@code uq_committee_one_in_office_per_area}.
     */
    @Override
    public Optional<Reason> obstacle(CommitteeDetails details) {
        AreaView area = areas.standing(details.area());
        if (!area.isActive()) {
            return Optional.of(Reason.of("committee.area.gone"));
        }
        return committees.findInOffice(area.id()).map(committee -> Reason.of("committee.area.taken"));
    }

    /** What the reviewer would otherwise have to look up. */
    @Override
    public List<SystemCheck> compare(ApplicationNumber number, CommitteeDetails details) {
        return compare(number, areas.standingWithSimilar(details.area()), details);
    }

    /** The same where the area was read already, with those that could be taken for it. */
    List<SystemCheck> compare(ApplicationNumber number, AreaWithSimilar found, CommitteeDetails details) {
        AreaView area = found.area();
        SimilarAreas similar = found.similar();
        CommitteeState committee = details.committee();
        String key = Organisations.nameKey(committee.name());
        Map<Boolean, List<RelatedCommittee>> related = committees.findRelated(area.id(), key, number.value()).stream()
                .collect(Collectors.partitioningBy(other -> other.registeredBy().equals(number.value())));
        List<RelatedCommittee> others = Objects.requireNonNull(related.get(false));
        List<SystemCheck> checks = new ArrayList<>();
        checks.add(others.stream()
                .filter(other -> other.area().equals(area.id()))
                .findFirst()
                .map(other -> SystemCheck.look(
                        "committee.check.committee", SystemCheck.link("/committees/" + other.id(), other.name())))
                .orElseGet(() -> SystemCheck.good("committee.check.committee.none")));
        checks.add(CommitteeName.otherThanArea(committee.name(), committee.attribute(), area)
                .map(SystemCheck::look)
                .orElseGet(() -> SystemCheck.good("committee.check.area-name")));
        checks.add(siblings(similar.siblings(), details.siblingAnswer()));
        List<AreaView> near = similar.nearNames();
        if (!near.isEmpty()) {
            checks.add(SystemCheck.look(
                    "committee.check.near", NameList.ofAll(titles(near), PropertyAreas.MOST_NEAR_NAMES)));
        }
        checks.add(
                others.stream().map(RelatedCommittee::nameKey).noneMatch(key::equals)
                        ? SystemCheck.good("committee.check.name.free")
                        : SystemCheck.look("committee.check.name"));
        checks.add(phones.of(committee.contactMobile(), number)
                .without(Objects.requireNonNull(related.get(true)).stream()
                        .map(own -> own.id().ref())
                        .toList())
                .check());
        int operators = details.operators().size();
        if (operators < Operators.NORM) {
            checks.add(SystemCheck.look("committee.check.operators", operators, Operators.NORM));
        }
        if (committee.attribute() == CommitteeAttribute.FORMAL && committee.filingNumber() == null) {
            checks.add(SystemCheck.look("committee.check.no-filing"));
        }
        if (committee.term() != null) {
            checks.addAll(TermChecks.of(committee.term(), List.of(), LocalDate.now(clock)));
        }
        return checks;
    }

    @Override
    public List<PreCheck> foresee(Draft<?> draft, CommitteeDetails details) {
        return preChecks.of(draft, details);
    }

    private static SystemCheck siblings(List<AreaView> siblings, List<SiblingException> answer) {
        if (siblings.isEmpty()) {
            return SystemCheck.good("committee.check.siblings.none");
        }
        String says = answer.isEmpty()
                ? Messages.of("committee.check.siblings.silent")
                : Messages.of(
                        "committee.check.siblings.says",
                        answer.stream().map(SiblingException::label).collect(Collectors.joining("、")));
        return SystemCheck.look(
                "committee.check.siblings", NameList.of(titles(siblings), PropertyAreas.MOST_SIBLINGS), says);
    }

    private static List<String> titles(List<AreaView> areas) {
        return areas.stream()
                .map(area -> SystemCheck.link("/areas/" + area.id(), area.name() + "（" + area.code() + "）"))
                .toList();
    }

    @Override
    public void approved(ApprovedApplication application, CommitteeDetails details) {
        CommitteeId committee = records.register(application, areas.standing(details.area()), details.committee());
        proposed.save(committee.ref(), details.operators());
    }
}
