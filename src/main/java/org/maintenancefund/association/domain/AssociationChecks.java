package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.office.Offices;
import org.springframework.stereotype.Component;

/** 系统比对 of an application for an association: what the reviewer would otherwise have to look up. */
@Component
class AssociationChecks {

    private static final int SOON_DAYS = 60;
    private static final int LONG_YEARS = 5;

    private final AssociationReader associations;
    private final AssociationNames names;
    private final Committees committees;
    private final Enterprises enterprises;
    private final Offices offices;
    private final Clock clock;

    AssociationChecks(
            AssociationReader associations,
            AssociationNames names,
            Committees committees,
            Enterprises enterprises,
            Offices offices,
            Clock clock) {
        this.associations = associations;
        this.names = names;
        this.committees = committees;
        this.enterprises = enterprises;
        this.offices = offices;
        this.clock = clock;
    }

    List<SystemCheck> of(AssociationDetails details) {
        List<SystemCheck> checks = new ArrayList<>();
        checks.add(committee(details));
        checks.add(enterprise(details));
        OfficeId branch = details.office();
        if (branch != null) {
            checks.add(office(details, branch));
        }
        checks.addAll(existing(details));
        checks.addAll(contract(details));
        if (details.papers().stream().noneMatch(paper -> paper.kind() == PaperKind.RESOLUTION)) {
            checks.add(SystemCheck.look("申请人没有列出业主大会决议，请核对选聘程序"));
        }
        return checks;
    }

    private SystemCheck committee(AssociationDetails details) {
        Optional<CommitteeView> committee = committees.find(details.committee());
        if (committee.isEmpty() || committee.get().status() == CommitteeStatus.DISSOLVED) {
            return SystemCheck.look("申请的业委会已注销");
        }
        CommitteeView view = committee.get();
        return view.status() == CommitteeStatus.IN_OFFICE
                ? SystemCheck.good("申请的业委会在任：" + view.standing())
                : SystemCheck.look("申请的业委会" + view.status().label() + "：" + view.standing());
    }

    private SystemCheck enterprise(AssociationDetails details) {
        return enterprises
                .find(details.enterprise())
                .filter(EnterpriseView::isActive)
                .map(company -> SystemCheck.good("物业服务企业状态正常：" + company.name() + "，"
                        + company.qualification().label()))
                .orElseGet(() -> SystemCheck.look("物业服务企业已停用：" + details.enterpriseName()));
    }

    private SystemCheck office(AssociationDetails details, OfficeId id) {
        Optional<OfficeView> office = offices.find(id);
        if (office.isEmpty()) {
            return SystemCheck.look("小区管理处已被删除：" + details.officeName());
        }
        if (!office.get().enterprise().equals(details.enterprise())) {
            return SystemCheck.look("小区管理处不属于所选的物业服务企业");
        }
        return office.get().isActive()
                ? SystemCheck.good("小区管理处属于所选的企业，状态有效")
                : SystemCheck.look("小区管理处已停用：" + office.get().name());
    }

    private List<SystemCheck> existing(AssociationDetails details) {
        LocalDate today = LocalDate.now(clock);
        Optional<DateRange> right = OneEffectiveAssociationPerArea.days(details.contract(), today);
        List<AssociationView> standing = associations.currentOf(details.area(), today);
        Map<AssociationId, String> targets = names.targets(standing);
        return standing.isEmpty()
                ? List.of(SystemCheck.good("该物业区域目前没有有效的关联"))
                : standing.stream()
                        .map(one -> existing(one, Objects.requireNonNull(targets.get(one.id())), right))
                        .toList();
    }

    private static SystemCheck existing(AssociationView standing, String target, Optional<DateRange> right) {
        String text = "该物业区域已有关联：" + target + "，" + standing.effectiveFrom() + " 至 " + standing.effectiveTo();
        if (right.isEmpty()) {
            return SystemCheck.look(text);
        }
        return OneEffectiveAssociationPerArea.cut(standing, right.get())
                .map(cut -> SystemCheck.look(text + "。" + cut.sentence()))
                .orElseGet(() -> SystemCheck.good(text
                        + (standing.effectiveTo().isBefore(right.get().start())
                                ? "，在新的关联生效前到期"
                                : "，在新的关联到期以后才开始，两者都保留")));
    }

    private List<SystemCheck> contract(AssociationDetails details) {
        LocalDate today = LocalDate.now(clock);
        List<SystemCheck> checks = new ArrayList<>();
        if (details.contractEnd().isBefore(today)) {
            checks.add(SystemCheck.look("合同已于 " + details.contractEnd() + " 到期"));
        } else if (details.contractEnd().isBefore(today.plusDays(SOON_DAYS))) {
            checks.add(SystemCheck.look("合同将在 " + SOON_DAYS + " 天内到期：" + details.contractEnd()));
        }
        if (details.contractEnd().isAfter(details.contractStart().plusYears(LONG_YEARS))) {
            checks.add(SystemCheck.look("合同期限超过 " + LONG_YEARS + " 年，请对照合同原件"));
        }
        if (checks.isEmpty()) {
            checks.add(SystemCheck.good("合同期限：" + details.contractStart() + " 至 " + details.contractEnd()));
        }
        return checks;
    }
}
