package org.maintenancefund.enterprise.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.application.ApplicationType;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.SubjectName;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.city.Districts;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.web.Messages;
import org.springframework.stereotype.Component;

/** 物管企业注册 as a kind of application: one record for a credit code. */
@Component
class EnterpriseRegistration implements ApplicationType<EnterpriseDetails> {

    private static final List<String> RETURN_REASONS =
            List.of("统一社会信用代码与营业执照不一致", "企业名称与营业执照不一致", "营业执照缺失或看不清", "联系人信息有误", "经办人员信息有误", "所属区选择有误");

    private final Enterprises enterprises;
    private final EnterpriseObstacles obstacles;
    private final EnterpriseChecks checks;
    private final ProposedOperators proposed;
    private final AppliedCodes codes;
    private final Districts districts;
    private final Messages messages;

    EnterpriseRegistration(
            Enterprises enterprises,
            EnterpriseObstacles obstacles,
            EnterpriseChecks checks,
            ProposedOperators proposed,
            AppliedCodes codes,
            Districts districts,
            Messages messages) {
        this.enterprises = enterprises;
        this.obstacles = obstacles;
        this.checks = checks;
        this.proposed = proposed;
        this.codes = codes;
        this.districts = districts;
        this.messages = messages;
    }

    @Override
    public ApplicationKind kind() {
        return ApplicationKind.ENTERPRISE_REGISTRATION;
    }

    @Override
    public Class<EnterpriseDetails> detailsType() {
        return EnterpriseDetails.class;
    }

    @Override
    public ApplicationSummary summarise(EnterpriseDetails details) {
        return new ApplicationSummary(
                details.subject(),
                details.name(),
                null,
                details.district(),
                null,
                details.contactName(),
                new MobileNumber(details.contactMobile()));
    }

    @Override
    public List<DetailField> describe(EnterpriseDetails details) {
        List<DetailField> fields = new ArrayList<>();
        fields.add(field("name", details.name()));
        fields.add(field("creditCode", details.creditCode()));
        fields.add(field("legalRepresentative", details.legalRepresentative()).aboutPeople());
        fields.add(field("registeredAddress", details.registeredAddress()));
        fields.add(field("officeAddress", details.officeAddress()));
        fields.add(field("district", districts.get(details.district()).name()));
        fields.add(field("contactName", details.contactName()).aboutPeople());
        fields.add(field("contactMobile", details.contactMobile()).aboutPeople());
        fields.add(field("phone", details.phone()).aboutPeople());
        fields.add(field("email", details.email()).aboutPeople());
        fields.add(DetailField.of(
                        "operators",
                        messages.of("account.proposed.label"),
                        details.operators().toArray())
                .aboutPeople());
        return fields;
    }

    @Override
    public Optional<Reason> obstacle(EnterpriseDetails details) {
        return obstacles.known(details.code());
    }

    @Override
    public Reason alreadyPending() {
        return Reason.of("enterprise.registration.pending");
    }

    @Override
    public List<SystemCheck> compare(ApplicationNumber number, EnterpriseDetails details) {
        return checks.of(number, details);
    }

    @Override
    public List<String> returnReasons() {
        return RETURN_REASONS;
    }

    @Override
    public Optional<Reason> doubt(EnterpriseDetails details) {
        return details.code().doubt().map(doubt -> Reason.of("enterprise.registration.code-doubt"));
    }

    @Override
    public void approved(ApprovedApplication application, EnterpriseDetails details) {
        proposed.keep(enterprises.register(details.toEnterprise()), application.number(), details);
    }

    @Override
    public Optional<String> nextAfterApproval(ApplicationNumber number) {
        return proposed.enterpriseOf(number).map(id -> "/operators/new/ENTERPRISE/" + id);
    }

    @Override
    public String sayAfterApproval(ApplicationNumber number, EnterpriseDetails details) {
        return "接下来区中心为经办人员（"
                + details.operators().stream()
                        .map(EnterpriseDetails.Person::name)
                        .collect(Collectors.joining("、"))
                + "）创建用户名。请确认名单，并由本人到区中心领取账号告知单。";
    }

    @Override
    public Map<UUID, SubjectName> nameSubjects(Collection<UUID> subjects) {
        return codes.of(subjects);
    }

    private DetailField field(String key, @Nullable Object value) {
        return DetailField.of(key, messages.of("enterprise.field." + key), value);
    }
}
