package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.application.ApplicationType;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.SubjectName;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.TargetKind;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.office.Offices;
import org.maintenancefund.web.Messages;
import org.springframework.stereotype.Component;

/** 小区管理处关联申请 as a kind of application. */
@Component
public class AssociationApplication implements ApplicationType<AssociationDetails> {

    private static final List<String> RETURN_REASONS =
            List.of("合同期限与合同不一致", "关联对象与合同不一致", "缺少业主大会决议", "纸质材料未收到", "附件缺失或看不清");

    private final AssociationRegister register;
    private final AssociationReader reader;
    private final AssociationChecks checks;
    private final Committees committees;
    private final Enterprises enterprises;
    private final Offices offices;
    private final PropertyAreas areas;
    private final Messages messages;
    private final Clock clock;

    AssociationApplication(
            AssociationRegister register,
            AssociationReader reader,
            AssociationChecks checks,
            Committees committees,
            Enterprises enterprises,
            Offices offices,
            PropertyAreas areas,
            Messages messages,
            Clock clock) {
        this.register = register;
        this.reader = reader;
        this.checks = checks;
        this.committees = committees;
        this.enterprises = enterprises;
        this.offices = offices;
        this.areas = areas;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public ApplicationKind kind() {
        return ApplicationKind.ASSOCIATION;
    }

    @Override
    public Class<AssociationDetails> detailsType() {
        return AssociationDetails.class;
    }

    @Override
    public ApplicationSummary summarise(AssociationDetails details) {
        CommitteeView committee = committees.get(details.committee());
        AreaView area = areas.get(committee.area());
        return new ApplicationSummary(
                area.id().value(),
                committee.name(),
                details.target().label(),
                area.district(),
                area.street().value(),
                committee.contactName(),
                committee.contactMobile());
    }

    @Override
    public List<DetailField> describe(AssociationDetails details) {
        AreaView area = areas.standing(details.area());
        List<DetailField> fields = new ArrayList<>();
        fields.add(DetailField.of(
                "area",
                "物业区域",
                area.name() + "（" + area.code() + "）",
                area.districtName() + " · " + area.streetName()));
        fields.add(DetailField.of("target", label("target"), details.target().label()));
        fields.add(DetailField.of("enterprise", label("enterprise"), details.enterpriseName()));
        if (details.officeId() != null) {
            fields.add(DetailField.of("office", label("office"), details.officeName()));
        }
        fields.add(DetailField.of("contractStart", label("contractStart"), details.contractStart()));
        fields.add(DetailField.of("contractEnd", label("contractEnd"), details.contractEnd()));
        fields.add(DetailField.of("papers", label("papers"), details.papers().toArray()));
        fields.add(DetailField.of(
                "remark", label("remark"), details.remark().lines().toArray()));
        return fields;
    }

    @Override
    public Optional<Reason> obstacle(AssociationDetails details) {
        return committeeObstacle(details)
                .or(() -> enterpriseObstacle(details))
                .or(() -> officeObstacle(details))
                .or(() -> OneEffectiveAssociationPerArea.obstacleFor(details.contract(), LocalDate.now(clock)));
    }

    private Optional<Reason> committeeObstacle(AssociationDetails details) {
        boolean inOffice = committees
                .find(details.committee())
                .filter(committee -> committee.status() != CommitteeStatus.DISSOLVED)
                .filter(committee ->
                        committee.area().equals(areas.standing(details.area()).id()))
                .isPresent();
        return inOffice ? Optional.empty() : Optional.of(Reason.of("association.committee.gone"));
    }

    private Optional<Reason> enterpriseObstacle(AssociationDetails details) {
        return enterprises
                        .find(details.enterprise())
                        .filter(EnterpriseView::isActive)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Reason.of("association.enterprise.gone"));
    }

    private Optional<Reason> officeObstacle(AssociationDetails details) {
        if (details.office() == null) {
            return Optional.empty();
        }
        boolean usable = offices.find(details.office())
                .filter(OfficeView::isActive)
                .filter(office -> office.enterprise().equals(details.enterprise()))
                .isPresent();
        return usable ? Optional.empty() : Optional.of(Reason.of("association.office.gone"));
    }

    @Override
    public Reason alreadyPending() {
        return Reason.of("association.pending");
    }

    @Override
    public List<SystemCheck> compare(ApplicationNumber number, AssociationDetails details) {
        return checks.of(details.at(areas.standing(details.area()).id()));
    }

    @Override
    public List<String> returnReasons() {
        return RETURN_REASONS;
    }

    @Override
    public void approved(ApprovedApplication application, AssociationDetails details) {
        register.begin(new NewAssociation(
                committees.get(details.committee()).area(),
                details.committee(),
                details.enterprise(),
                details.office(),
                details.contract(),
                application.number(),
                application.approvedAt()));
    }

    @Override
    public String sayAfterApproval(ApplicationNumber number, AssociationDetails details) {
        LocalDate today = LocalDate.now(clock);
        // What was entered at the approval, not what an approval of today would give.
        LocalDate first = reader.approvedBy(number)
                .map(AssociationView::effectiveFrom)
                .orElseGet(() -> OneEffectiveAssociationPerArea.firstDay(details.contract(), today));
        String target = details.officeName() == null ? details.enterpriseName() : details.officeName();
        return "关联从 " + first + " 起生效，到 " + details.contractEnd() + " 止。" + (first.isAfter(today) ? "从那天起，" : "")
                + target + "的经办人员登录后，在“我管理的小区”可以看到本小区。";
    }

    @Override
    public Map<UUID, SubjectName> nameSubjects(Collection<UUID> subjects) {
        return areas.views(subjects.stream().map(AreaId::new).toList()).stream()
                .collect(Collectors.toMap(
                        area -> area.id().value(),
                        area -> new SubjectName(area.name(), area.streetName()),
                        (a, b) -> a));
    }

    @Override
    public List<String> paperDocuments(AssociationDetails details) {
        return details.papers().stream().map(PaperDocument::toString).toList();
    }

    @Override
    public List<String> tags() {
        return Arrays.stream(TargetKind.values()).map(TargetKind::label).toList();
    }

    private String label(String field) {
        return messages.of("association.field." + field);
    }
}
