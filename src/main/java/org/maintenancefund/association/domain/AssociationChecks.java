package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.PreCheck;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.domain.AssociationNames.Manager;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.office.Offices;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** 系统比对 of an application for an association: what the reviewer would otherwise have to look up. */
@Component
@RequiredArgsConstructor
public class AssociationChecks {

    private static final int SOON_DAYS = 60;
    private static final int LONG_YEARS = 5;

    private final AssociationRepository associations;
    private final AssociationNames names;
    private final Committees committees;
    private final Enterprises enterprises;
    private final Offices offices;
    private final Clock clock;

    List<SystemCheck> of(AssociationDetails details) {
        List<SystemCheck> checks = new ArrayList<>();
        checks.add(committee(details.committee()));
        committees
                .pendingDissolution(details.committee())
                .map(AssociationChecks::dissolution)
                .ifPresent(checks::add);
        checks.add(enterprise(details));
        OfficeId branch = details.office();
        if (branch != null) {
            checks.add(office(details, branch));
        }
        checks.addAll(existing(details));
        checks.addAll(contract(details));
        if (details.papers().stream().noneMatch(paper -> paper.kind() == PaperKind.RESOLUTION)) {
            checks.add(SystemCheck.look("association.check.no-resolution"));
        }
        return checks;
    }

    /** 提交前预审: the same as far as the committee can mend it. */
    List<PreCheck> foreseen(Draft<?> draft, AssociationDetails details) {
        LocalDate today = LocalDate.now(clock);
        List<PreCheck> found = new ArrayList<>();
        committees
                .find(details.committee())
                .filter(committee -> committee.status() == CommitteeStatus.EXPIRED)
                .ifPresent(committee -> found.add(PreCheck.at(
                        "/my/committee",
                        Messages.of("committee.title.change"),
                        "association.pre.term",
                        committee.standing())));
        if (details.office() == null
                && draft.form() instanceof AssociationForm form
                && StringUtils.hasText(form.office())) {
            found.add(PreCheck.at("target", Messages.of("association.field.target"), "association.pre.office-dropped"));
        }
        Optional<DateRange> right = OneEffectiveAssociationPerArea.days(details.contract(), today);
        right.ifPresent(days -> associations.findCurrentOf(List.of(details.area()), today).stream()
                .map(Association::view)
                .flatMap(standing -> OneEffectiveAssociationPerArea.cut(standing, days).stream())
                .forEach(cut -> found.add(dates("association.pre.taken", cut.sentence()))));
        if (details.contractEnd().isBefore(today.plusDays(SOON_DAYS))) {
            found.add(dates("association.pre.soon", details.contractEnd(), SOON_DAYS));
        }
        if (details.contractEnd().isAfter(details.contractStart().plusYears(LONG_YEARS))) {
            found.add(dates("association.pre.long", LONG_YEARS));
        }
        if (details.papers().stream().noneMatch(paper -> paper.kind() == PaperKind.RESOLUTION)) {
            found.add(PreCheck.at("papers", Messages.of("association.field.papers"), "association.pre.no-resolution"));
        }
        return found;
    }

    private static PreCheck dates(String key, Object... args) {
        return PreCheck.at("contractEnd", Messages.of("association.field.contractEnd"), key, args);
    }

    /** Whether the committee that applies is in office. */
    public SystemCheck committee(CommitteeId applicant) {
        Optional<CommitteeView> committee = committees.find(applicant);
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

    /** Tells that the 注销 of the committee that applies is under way, which ends what is approved here. */
    public static SystemCheck dissolution(ApplicationNumber pending) {
        return SystemCheck.look("committee.check.dissolution", pending);
    }

    private SystemCheck enterprise(AssociationDetails details) {
        return enterprises
                .find(details.enterprise())
                .filter(EnterpriseView::isActive)
                .map(company -> SystemCheck.good(
                        "association.check.company",
                        company.name(),
                        company.qualification().label()))
                .orElseGet(() -> SystemCheck.look("association.check.company.disabled", details.enterpriseName()));
    }

    private SystemCheck office(AssociationDetails details, OfficeId id) {
        Optional<OfficeView> office = offices.find(id);
        if (office.isEmpty()) {
            return SystemCheck.look("association.check.office.deleted", details.officeName());
        }
        if (!office.get().enterprise().equals(details.enterprise())) {
            return SystemCheck.look("association.check.office.other");
        }
        return office.get().isActive()
                ? SystemCheck.good("association.check.office")
                : SystemCheck.look(
                        "association.check.office.disabled", office.get().name());
    }

    private List<SystemCheck> existing(AssociationDetails details) {
        LocalDate today = LocalDate.now(clock);
        Optional<DateRange> right = OneEffectiveAssociationPerArea.days(details.contract(), today);
        List<Manager> current = names.current(details.area(), today);
        return current.isEmpty()
                ? List.of(SystemCheck.good("association.check.free"))
                : current.stream().map(one -> existing(one, right)).toList();
    }

    private static SystemCheck existing(Manager manager, Optional<DateRange> right) {
        AssociationView standing = manager.association();
        String text = Messages.of(
                "association.check.taken", manager.name(), standing.effectiveFrom(), standing.effectiveTo());
        if (right.isEmpty()) {
            return new SystemCheck(false, text, null);
        }
        return OneEffectiveAssociationPerArea.cut(standing, right.get())
                .map(cut -> new SystemCheck(false, text + "。" + cut.sentence(), null))
                .orElseGet(() -> new SystemCheck(
                        true,
                        text
                                + (standing.effectiveTo().isBefore(right.get().start())
                                        ? Messages.of("association.check.taken.before")
                                        : Messages.of("association.check.taken.after")),
                        null));
    }

    private List<SystemCheck> contract(AssociationDetails details) {
        LocalDate today = LocalDate.now(clock);
        List<SystemCheck> checks = new ArrayList<>();
        if (details.contractEnd().isBefore(today)) {
            checks.add(SystemCheck.look("association.check.contract.over", details.contractEnd()));
        } else if (details.contractEnd().isBefore(today.plusDays(SOON_DAYS))) {
            checks.add(SystemCheck.look("association.check.contract.soon", SOON_DAYS, details.contractEnd()));
        }
        if (details.contractEnd().isAfter(details.contractStart().plusYears(LONG_YEARS))) {
            checks.add(SystemCheck.look("association.check.contract.long", LONG_YEARS));
        }
        if (checks.isEmpty()) {
            checks.add(SystemCheck.good("association.check.contract", details.contractStart(), details.contractEnd()));
        }
        return checks;
    }
}
