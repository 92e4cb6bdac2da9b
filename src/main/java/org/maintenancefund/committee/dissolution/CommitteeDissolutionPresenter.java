package org.maintenancefund.committee.dissolution;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPresenter;
import org.maintenancefund.application.ApprovalNotice;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.SubjectName;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.committee.domain.CommitteeService;
import org.maintenancefund.committee.domain.Dissolution;
import org.maintenancefund.committee.domain.DissolutionService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.SummaryRow;
import org.springframework.stereotype.Component;

/** 业委会注销 in words. */
@Component
@RequiredArgsConstructor
class CommitteeDissolutionPresenter implements ApplicationPresenter<DissolutionDetails> {

    private final Committees committees;
    private final CommitteeService records;
    private final DissolutionService dissolutions;
    private final PropertyAreas areas;

    @Override
    public List<DetailField> describe(DissolutionDetails details) {
        return List.of(
                DetailField.of("name", Messages.of("committee.field.name"), details.name())
                        .leadingTo("/committees/" + details.committeeId()),
                DetailField.of(
                        "reason",
                        Messages.of("committee.dissolution.field.reason"),
                        details.reason().label()),
                DetailField.of(
                        "explanation",
                        Messages.of("committee.dissolution.field.explanation"),
                        details.explanation().lines().toArray()));
    }

    @Override
    public Map<UUID, SubjectName> nameSubjects(Collection<UUID> subjects) {
        Map<CommitteeId, CommitteeView> found =
                committees.views(subjects.stream().map(CommitteeId::new).toList());
        Map<AreaId, AreaView> places =
                areas.byId(found.values().stream().map(CommitteeView::area).toList());
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
    public String sayAfterApproval(ApplicationNumber number, DissolutionDetails details) {
        return Messages.of("committee.dissolution.done", details.name());
    }

    @Override
    public String whatNext(Applicant applicant) {
        return applicant.account().is(Role.DISTRICT_STAFF)
                ? Messages.of("committee.change.own-entry")
                : ApplicationPresenter.super.whatNext(applicant);
    }

    /** 注销通知书, with what ended then. */
    @Override
    public Optional<ApprovalNotice> notice(ApplicationNumber number, DissolutionDetails details) {
        Dissolution dissolution = records.get(details.committee()).dissolution();
        if (dissolution == null) {
            return Optional.empty();
        }
        CommitteeView committee = committees.get(details.committee());
        AreaView area = areas.standing(committee.area());
        String day = Times.longDate(dissolution.at());
        return Optional.of(new ApprovalNotice(
                committee.name(),
                List.of(
                        Messages.of("committee.dissolution.notice.text", committee.name(), number, day),
                        Messages.of("committee.dissolution.notice.handover")),
                List.of(
                        SummaryRow.of(Messages.of("committee.field.name"), committee.name()),
                        SummaryRow.of(Messages.of("committee.dissolution.notice.standing"), committee.standing()),
                        SummaryRow.of(
                                Messages.of("committee.field.area"),
                                area.name() + "（" + area.code() + "），" + area.districtName() + area.streetName()),
                        SummaryRow.of(Messages.of("committee.dissolution.field.day"), day),
                        SummaryRow.of(
                                Messages.of("committee.dissolution.field.reason"),
                                dissolution.reason().label()),
                        SummaryRow.ofLines(
                                Messages.of("committee.dissolution.field.explanation"),
                                dissolution.explanationLines())),
                DissolutionRows.of(dissolutions.effects(committee.id()))));
    }
}
