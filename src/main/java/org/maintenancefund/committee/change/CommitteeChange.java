package org.maintenancefund.committee.change;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.application.ApplicationType;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.SubjectName;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.committee.Term;
import org.maintenancefund.committee.domain.CommitteeChanges;
import org.maintenancefund.committee.domain.CommitteeVersions;
import org.maintenancefund.committee.domain.StateFields;
import org.maintenancefund.committee.domain.TermChecks;
import org.maintenancefund.kernel.Reason;
import org.springframework.stereotype.Component;

/** 业委会信息变更 as a kind of application: the record, its users and its association stay. */
@Component
class CommitteeChange implements ApplicationType<ChangeDetails> {

    private static final List<String> RETURN_REASONS =
            List.of("变更内容与证明材料不一致", "附件缺失或看不清", "任期与备案证明不一致", "名称不规范", "联系人信息有误");

    private final Committees committees;
    private final CommitteeChanges changes;
    private final CommitteeVersions versions;
    private final StateFields fields;
    private final PropertyAreas areas;
    private final TermChecks termChecks;
    private final Clock clock;

    CommitteeChange(
            Committees committees,
            CommitteeChanges changes,
            CommitteeVersions versions,
            StateFields fields,
            PropertyAreas areas,
            TermChecks termChecks,
            Clock clock) {
        this.committees = committees;
        this.changes = changes;
        this.versions = versions;
        this.fields = fields;
        this.areas = areas;
        this.termChecks = termChecks;
        this.clock = clock;
    }

    @Override
    public ApplicationKind kind() {
        return ApplicationKind.COMMITTEE_CHANGE;
    }

    @Override
    public Class<ChangeDetails> detailsType() {
        return ChangeDetails.class;
    }

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
    public List<DetailField> describe(ChangeDetails details) {
        List<DetailField> lines = new ArrayList<>();
        lines.add(DetailField.of(
                "items", "变更事项", details.items().stream().map(ChangeItem::label).collect(Collectors.joining("、"))));
        fields.differences(details.before(), details.after())
                .forEach(change -> lines.add(DetailField.of(
                        change.key(),
                        change.label(),
                        "改为：" + (change.after().isEmpty() ? "（空）" : change.after()),
                        "原来：" + (change.before().isEmpty() ? "（空）" : change.before()))));
        lines.add(DetailField.of("reason", "变更原因", details.reason()));
        return lines;
    }

    @Override
    public Optional<Reason> obstacle(ChangeDetails details) {
        Optional<CommitteeView> committee = committees.find(details.committee());
        if (committee
                .filter(found -> found.status() != CommitteeStatus.DISSOLVED)
                .isEmpty()) {
            return Optional.of(Reason.of("committee.change.gone"));
        }
        return versions.current(details.committee()) == details.baseVersion()
                ? Optional.empty()
                : Optional.of(Reason.of("committee.change.stale"));
    }

    /** The new term, where the change brings one. */
    private static Optional<Term> newTerm(ChangeDetails details) {
        return Optional.ofNullable(details.after().term())
                .filter(term -> !term.equals(details.before().term()));
    }

    @Override
    public Reason alreadyPending() {
        return Reason.of("committee.change.pending");
    }

    @Override
    public List<SystemCheck> compare(ApplicationNumber number, ChangeDetails details) {
        List<SystemCheck> checks = new ArrayList<>();
        checks.add(
                versions.current(details.committee()) == details.baseVersion()
                        ? SystemCheck.good("申请之后，业委会的信息没有其他变更")
                        : SystemCheck.look("申请之后，业委会的信息有过变更，请退回后重新提交"));
        checks.add(
                changes.isNameTaken(details.after().name(), details.committee())
                        ? SystemCheck.look("已有同名的业委会，请确认名称")
                        : SystemCheck.good("没有同名的业委会"));
        newTerm(details).ifPresent(term -> {
            if (details.after().filingNumber() == null) {
                checks.add(SystemCheck.look("没有填写备案号，请对照备案证明"));
            }
            checks.addAll(termChecks.of(term, changes.get(details.committee()).terms()));
        });
        return checks;
    }

    @Override
    public List<String> returnReasons() {
        return RETURN_REASONS;
    }

    @Override
    public void approved(ApprovedApplication application, ChangeDetails details) {
        changes.change(details.committee(), details.baseVersion(), details.after(), application);
    }

    @Override
    public String sayAfterApproval(ApplicationNumber number, ChangeDetails details) {
        LocalDate today = LocalDate.now(clock);
        String term = newTerm(details)
                .filter(coming -> coming.start().isAfter(today))
                .map(coming -> "新的任期从 " + coming.start() + " 开始，在那以前还是原来的任期。")
                .orElse("");
        return "变更已登记，现在的名称是“" + details.after().name() + "”。" + term + "原来的用户名和关联都不变。";
    }

    @Override
    public Map<UUID, SubjectName> nameSubjects(Collection<UUID> subjects) {
        Map<CommitteeId, CommitteeView> found =
                committees.views(subjects.stream().map(CommitteeId::new).toList());
        Map<Object, AreaView> places =
                areas
                        .views(found.values().stream()
                                .map(CommitteeView::area)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(AreaView::id, Function.identity()));
        Map<UUID, SubjectName> names = new HashMap<>();
        for (CommitteeView committee : found.values()) {
            AreaView place = places.get(committee.area());
            if (place != null) {
                names.put(committee.id().value(), new SubjectName(place.name(), place.streetName()));
            }
        }
        return names;
    }

    @Override
    public Optional<OrgRef> applicant(ChangeDetails details) {
        return Optional.of(new OrgRef(OrgType.COMMITTEE, details.committeeId()));
    }

    @Override
    public List<String> tags() {
        return java.util.Arrays.stream(ChangeItem.values())
                .map(ChangeItem::label)
                .toList();
    }
}
