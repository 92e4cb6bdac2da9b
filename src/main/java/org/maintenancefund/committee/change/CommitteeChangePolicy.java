package org.maintenancefund.committee.change;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPolicy;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.PhoneCheck;
import org.maintenancefund.application.PreCheck;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.committee.Term;
import org.maintenancefund.committee.domain.CommitteeName;
import org.maintenancefund.committee.domain.CommitteeRecord;
import org.maintenancefund.committee.domain.CommitteeRecords;
import org.maintenancefund.committee.domain.CommitteeService;
import org.maintenancefund.committee.domain.CommitteeState;
import org.maintenancefund.committee.domain.TermChecks;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.springframework.stereotype.Component;

/** 业委会信息变更: the record, its users and its association stay. */
@Component
@RequiredArgsConstructor
class CommitteeChangePolicy implements ApplicationPolicy<ChangeDetails> {

    private final Committees committees;
    private final CommitteeRecords records;
    private final CommitteeService service;
    private final PropertyAreas areas;
    private final PhoneCheck phones;
    private final Clock clock;

    @Override
    public ApplicationSummary summarise(ChangeDetails details) {
        CommitteeView committee = committees.get(details.committee());
        AreaView area = areas.standing(committee.area());
        return new ApplicationSummary(
                details.committeeId(),
                committee.name(),
                details.items().get(0).label(),
                committee.district(),
                area.street().value(),
                committee.contactName(),
                committee.contactMobile());
    }

    @Override
    public Optional<Reason> obstacle(ChangeDetails details) {
        CommitteeRecord committee = records.get(details.committee());
        if (committee.isDissolved()) {
            return Optional.of(Reason.of("committee.change.gone"));
        }
        return isUnchanged(committee, details) ? Optional.empty() : Optional.of(Reason.of("committee.change.stale"));
    }

    @Override
    public List<SystemCheck> compare(ApplicationNumber number, ChangeDetails details) {
        CommitteeRecord committee = records.get(details.committee());
        List<SystemCheck> checks = new ArrayList<>();
        checks.add(
                isUnchanged(committee, details)
                        ? SystemCheck.good("committee.check.unchanged")
                        : SystemCheck.look("committee.check.changed"));
        committees
                .pendingDissolution(details.committee())
                .ifPresent(pending -> checks.add(SystemCheck.look("committee.check.dissolution", pending)));
        checks.add(
                service.named(details.after().name()).stream()
                                .anyMatch(other -> !other.id().equals(details.committee()))
                        ? SystemCheck.look("committee.check.name.taken")
                        : SystemCheck.good("committee.check.name.free"));
        if (!details.after().name().equals(details.before().name())) {
            checks.add(name(details, areas.standing(committee.view().area())));
        }
        details.newTerm().ifPresent(term -> checks.addAll(term(details, term, committee.view())));
        return checks;
    }

    private static SystemCheck name(ChangeDetails details, AreaView area) {
        return CommitteeName.otherThanArea(
                        details.after().name(), details.after().attribute(), area)
                .map(SystemCheck::look)
                .orElseGet(() -> SystemCheck.good("committee.check.area-name"));
    }

    private List<SystemCheck> term(ChangeDetails details, Term term, CommitteeView committee) {
        List<SystemCheck> checks = new ArrayList<>();
        if (details.after().filingNumber() == null) {
            checks.add(SystemCheck.look("committee.check.no-filing"));
        }
        checks.addAll(TermChecks.of(term, committee.terms(), LocalDate.now(clock)));
        return checks;
    }

    @Override
    public List<PreCheck> foresee(Draft<?> draft, ChangeDetails details) {
        List<PreCheck> found = new ArrayList<>();
        CommitteeState after = details.after();
        if (!after.name().equals(details.before().name())) {
            found.addAll(aboutName(details));
        }
        details.newTerm().ifPresent(term -> {
            found.addAll(TermChecks.foreseen(term, LocalDate.now(clock)));
            if (after.filingNumber() == null) {
                found.add(at("filingNumber", "committee.pre.no-filing"));
            }
        });
        if (!after.contactMobile().equals(details.before().contactMobile())) {
            if (!phones.of(after.contactMobile(), draft.revises().orElse(null))
                    .without(List.of(details.committee().ref()))
                    .isNone()) {
                found.add(PreCheck.phone("contactMobile", Messages.of("committee.field.contactMobile")));
            }
        }
        if (draft.files().isEmpty() && details.items().stream().anyMatch(ChangeItem::isProved)) {
            found.add(PreCheck.at("files", Messages.of("committee.scan.proof"), "committee.pre.no-proof"));
        }
        return found;
    }

    private List<PreCheck> aboutName(ChangeDetails details) {
        CommitteeState after = details.after();
        List<PreCheck> found = new ArrayList<>();
        AreaView area = areas.standing(records.get(details.committee()).view().area());
        CommitteeName.fittingInstead(after.name(), after.attribute(), area)
                .ifPresent(proposed -> found.add(PreCheck.at(
                        "name",
                        Messages.of("committee.field.name"),
                        "committee.pre.renamed",
                        after.name(),
                        area.name(),
                        proposed)));
        if (service.named(after.name()).stream().anyMatch(other -> !other.id().equals(details.committee()))) {
            found.add(at("name", "committee.pre.name-taken"));
        }
        return found;
    }

    private static PreCheck at(String field, String key) {
        return PreCheck.at(field, Messages.of("committee.field." + field), key);
    }

    private static boolean isUnchanged(CommitteeRecord committee, ChangeDetails details) {
        return committee.version() == details.baseVersion();
    }

    @Override
    public void approved(ApprovedApplication application, ChangeDetails details) {
        service.change(details.committee(), details.baseVersion(), details.after(), application);
    }

    @Override
    public Optional<OrgRef> applicant(ChangeDetails details) {
        return Optional.of(new OrgRef(OrgType.COMMITTEE, details.committeeId()));
    }
}
