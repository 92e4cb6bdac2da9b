package org.maintenancefund.committee.dissolution;

import java.util.List;
import java.util.Optional;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApprovalNotice;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.committee.domain.CommitteeRecord;
import org.maintenancefund.committee.domain.CommitteeRecords;
import org.maintenancefund.committee.domain.Dissolution;
import org.maintenancefund.committee.domain.RegisteredCommitteePresenter;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.SummaryRow;
import org.springframework.stereotype.Component;

/** 业委会注销 in words. */
@Component
class CommitteeDissolutionPresenter extends RegisteredCommitteePresenter<DissolutionDetails> {

    private final CommitteeRecords records;
    private final PropertyAreas areas;

    CommitteeDissolutionPresenter(Committees committees, CommitteeRecords records, PropertyAreas areas) {
        super(committees, areas);
        this.records = records;
        this.areas = areas;
    }

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
    public String sayAfterApproval(ApplicationNumber number, DissolutionDetails details) {
        return Messages.of("committee.dissolution.done", details.name());
    }

    /** 注销通知书, with what ended then. */
    @Override
    public Optional<ApprovalNotice> notice(ApplicationNumber number, DissolutionDetails details) {
        CommitteeRecord record = records.get(details.committee());
        Dissolution dissolution = record.dissolution();
        if (dissolution == null) {
            return Optional.empty();
        }
        CommitteeView committee = record.view();
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
                DissolutionRows.of(record.effects())));
    }
}
