package org.maintenancefund.committee.domain;

import java.util.ArrayList;
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
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.web.Messages;
import org.springframework.stereotype.Component;

/** 业委会注册 as a kind of application: one committee in office per property area. */
@Component
public class CommitteeRegistration implements ApplicationType<CommitteeDetails> {

    private static final List<String> RETURN_REASONS =
            List.of("任期与备案证明不一致", "附件缺失或看不清", "联系人信息有误", "经办人员信息有误", "业委会名称不规范", "物业区域应先合并或更名");

    private final CommitteeRepository committees;
    private final CommitteeVersions versions;
    private final PropertyAreas areas;
    private final CommitteeChecks checks;
    private final OneCommitteeInOffice oneInOffice;
    private final Messages messages;
    private final AuditTrail audit;

    CommitteeRegistration(
            CommitteeRepository committees,
            CommitteeVersions versions,
            PropertyAreas areas,
            CommitteeChecks checks,
            OneCommitteeInOffice oneInOffice,
            Messages messages,
            AuditTrail audit) {
        this.committees = committees;
        this.versions = versions;
        this.areas = areas;
        this.checks = checks;
        this.oneInOffice = oneInOffice;
        this.messages = messages;
        this.audit = audit;
    }

    @Override
    public ApplicationKind kind() {
        return ApplicationKind.COMMITTEE_REGISTRATION;
    }

    @Override
    public Class<CommitteeDetails> detailsType() {
        return CommitteeDetails.class;
    }

    @Override
    public ApplicationSummary summarise(CommitteeDetails details) {
        AreaView area = areas.standing(details.area());
        return new ApplicationSummary(
                area.id().value(),
                details.name(),
                details.attribute().label(),
                area.district(),
                area.street().value(),
                details.contactName(),
                MobileNumber.parse(details.contactMobile()).value());
    }

    @Override
    public List<DetailField> describe(CommitteeDetails details) {
        AreaView area = areas.standing(details.area());
        List<DetailField> fields = new ArrayList<>();
        fields.add(DetailField.of("areaId", label("area"), area.name() + "（" + area.code() + "）", place(area)));
        if (!details.siblingAnswer().isEmpty()) {
            fields.add(DetailField.of(
                    "siblingAnswer",
                    label("siblingAnswer"),
                    details.siblingAnswer().stream()
                            .map(SiblingException::label)
                            .toArray()));
        }
        fields.add(DetailField.of(
                "attribute", label("attribute"), details.attribute().choice()));
        fields.add(DetailField.of("name", label("name"), details.name()));
        if (details.attribute() == CommitteeAttribute.FORMAL) {
            fields.add(DetailField.of("termNumber", label("termNumber"), "第 " + details.termNumber() + " 届"));
            fields.add(DetailField.of("termStart", label("termStart"), details.termStart()));
            fields.add(DetailField.of("termEnd", label("termEnd"), details.termEnd()));
            fields.add(DetailField.of("filingNumber", label("filingNumber"), details.filingNumber()));
        }
        fields.add(DetailField.of("officeAddress", label("officeAddress"), details.officeAddress()));
        fields.add(DetailField.of("contactName", label("contactName"), details.contactName())
                .aboutPeople());
        fields.add(DetailField.of("contactMobile", label("contactMobile"), details.contactMobile())
                .aboutPeople());
        fields.add(DetailField.of(
                        "operators", label("operators"), details.operators().toArray())
                .aboutPeople());
        return fields;
    }

    @Override
    public Optional<Reason> obstacle(CommitteeDetails details) {
        return oneInOffice.obstacleFor(areas.standing(details.area()).id());
    }

    @Override
    public Reason alreadyPending() {
        return Reason.of("committee.area.pending");
    }

    @Override
    public List<SystemCheck> compare(ApplicationNumber number, CommitteeDetails details) {
        return checks.of(number, details.at(areas.standing(details.area()).id()));
    }

    @Override
    public List<String> returnReasons() {
        return RETURN_REASONS;
    }

    @Override
    public void approved(ApprovedApplication application, CommitteeDetails details) {
        // An area that was merged since stands for nothing any more; the committee is that of the area it went into.
        AreaView area = areas.standing(details.area());
        Committee committee = Committee.registered(application, details.at(area.id()), area.district());
        committees.saveAndFlush(committee);
        versions.keep(committee.id(), committee.state(), application);
        audit.record(AuditEvent.of("COMMITTEE_REGISTERED")
                .on("committee", committee.id().toString(), details.name())
                .change("area", "", area.id().toString()));
    }

    @Override
    public Optional<String> nextAfterApproval(ApplicationNumber number) {
        return committees.findByRegistration(number.value()).map(c -> "/operators/new/COMMITTEE/" + c.id());
    }

    @Override
    public String sayAfterApproval(ApplicationNumber number, CommitteeDetails details) {
        return "接下来区中心为经办人员（"
                + details.operators().stream().map(Person::name).collect(Collectors.joining("、"))
                + "）创建用户名。请确认名单，并由本人到区中心领取账号告知单。";
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
    public List<String> tags() {
        return List.of(CommitteeAttribute.FORMAL.label(), CommitteeAttribute.PREPARATORY.label());
    }

    static String place(AreaView area) {
        return area.districtName() + " · " + area.streetName() + " · " + area.address();
    }

    private String label(String field) {
        return messages.of(Reason.of("committee.field." + field));
    }
}
