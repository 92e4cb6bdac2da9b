package org.maintenancefund.area.application;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.application.ApplicationType;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.SubjectName;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.area.AreaEvent;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.Reason;
import org.springframework.stereotype.Component;

/** 社区信息完善 as a kind of application: approved, a new area exists with its code, or one on record is changed. */
@Component
class AreaApplication implements ApplicationType<AreaDetails> {

    static final String PATH = "/areas/applications/new";

    private static final String NEW = "新增小区";
    private static final String CHANGE = "信息变更";
    private static final List<String> RETURN_REASONS =
            List.of("小区名称与规划或备案名称不一致", "地址或宗地号有误", "建筑面积与产权资料不一致", "楼栋信息不完整或有误", "专户信息有误", "应与已有的物业区域合并");

    private final AreaRecords records;
    private final AreaComparison comparison;
    private final InfoLines lines;
    private final AreaRegister register;
    private final AppliedAreas applied;

    AreaApplication(
            AreaRecords records,
            AreaComparison comparison,
            InfoLines lines,
            AreaRegister register,
            AppliedAreas applied) {
        this.records = records;
        this.comparison = comparison;
        this.lines = lines;
        this.register = register;
        this.applied = applied;
    }

    @Override
    public ApplicationKind kind() {
        return ApplicationKind.AREA_APPLICATION;
    }

    @Override
    public Class<AreaDetails> detailsType() {
        return AreaDetails.class;
    }

    @Override
    public ApplicationSummary summarise(AreaDetails details) {
        Optional<AreaView> area = details.area().map(records::standing);
        AreaInfo info = details.after();
        return new ApplicationSummary(
                area.map(found -> found.id().value()).orElseGet(() -> subjectOf(info)),
                area.map(AreaView::name).orElse(info.name()),
                area.isPresent() ? CHANGE : NEW,
                area.map(AreaView::district).orElse(new DistrictId(info.district())),
                info.street(),
                details.contactName(),
                new MobileNumber(details.contactMobile()));
    }

    /** A new area is the same as another one of that name in the district. */
    private static UUID subjectOf(AreaInfo info) {
        return UUID.nameUUIDFromBytes(
                ("area:" + info.district() + ":" + ChineseText.fold(info.name())).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<DetailField> describe(AreaDetails details) {
        List<DetailField> fields = new ArrayList<>();
        AreaInfo before = details.before();
        Optional<AreaView> area = details.area().map(records::standing);
        if (before == null || area.isEmpty()) {
            fields.addAll(lines.all(details.after()));
        } else {
            fields.add(DetailField.of(
                    "area", "小区", area.get().name() + "（" + area.get().code() + "）"));
            fields.addAll(lines.changes(before, details.after()));
        }
        fields.add(DetailField.of("organisation", "申请单位", details.organisation()));
        fields.add(DetailField.of("contact", "经办人", details.contactName(), details.contactMobile())
                .aboutPeople());
        return fields;
    }

    @Override
    public Optional<Reason> obstacle(AreaDetails details) {
        if (details.area().isEmpty()) {
            return records.named(details.after())
                    .map(area -> Reason.of("area.application.exists", area.name(), area.code()));
        }
        return details.after().equals(details.before())
                ? Optional.of(Reason.of("area.application.nothing"))
                : Optional.empty();
    }

    @Override
    public Reason alreadyPending() {
        return Reason.of("area.application.pending");
    }

    @Override
    public List<SystemCheck> compare(ApplicationNumber number, AreaDetails details) {
        return comparison.compare(details);
    }

    @Override
    public Optional<Reason> doubt(AreaDetails details) {
        AreaInfo before = details.before();
        Optional<AreaView> area = details.area().map(records::standing);
        if (before == null || area.isEmpty()) {
            return Optional.empty();
        }
        List<String> labels = AreaRecords.overwritten(lines, before, details.after(), records.info(area.get()));
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.of(Reason.of("area.application.moved-on", String.join("、", labels)));
    }

    @Override
    public List<String> returnReasons() {
        return RETURN_REASONS;
    }

    @Override
    public void approved(ApprovedApplication application, AreaDetails details) {
        AreaInfo before = details.before();
        if (details.area().isEmpty() || before == null) {
            AreaId entered = register.enter(
                    details.after().toArea(List.of()),
                    details.organisation() + "申请，" + application.number(),
                    application.approvedBy());
            register.changeBuildings(entered, details.after().buildingList());
            return;
        }
        AreaId area = records.standing(details.area().get()).id();
        register.lock(area);
        AreaView current = records.standing(area);
        AreaInfo now = records.info(current);
        AreaInfo wanted = details.after().appliedTo(before, now);
        register.change(
                area,
                wanted.toArea(current.aliases()),
                AreaEvent.CHANGED,
                String.join("、", lines.changedLabels(now, wanted)) + "。" + details.organisation() + "申请，"
                        + application.number(),
                application.approvedBy());
        if (!wanted.buildingList().equals(now.buildingList())) {
            register.changeBuildings(area, wanted.buildingList());
        }
    }

    @Override
    public String sayAfterApproval(ApplicationNumber number, AreaDetails details) {
        return details.area().isPresent()
                ? "变更已生效，在系统里就能看到。"
                : records.named(details.after())
                        .map(area -> "小区已登记，物业区域编号是 " + area.code() + "。业委会现在可以用这个小区办理注册。")
                        .orElse("小区已登记，业委会现在可以用这个小区办理注册。");
    }

    @Override
    public Map<UUID, SubjectName> nameSubjects(Collection<UUID> subjects) {
        return applied.names(subjects);
    }

    @Override
    public List<String> tags() {
        return List.of(NEW, CHANGE);
    }
}
