package org.maintenancefund.committee.dissolution;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.application.ScanSlot;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.DissolutionReason;
import org.maintenancefund.committee.domain.CommitteeRecord;
import org.maintenancefund.committee.domain.CommitteeRecords;
import org.maintenancefund.committee.domain.DissolutionService;
import org.maintenancefund.committee.domain.RegisteredCommitteeDefinition;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Option;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/** 申请注销 by the committee, and the same entered by its district; a colleague decides. What it ends is told first. */
@Component
@Order(4)
public class CommitteeDissolutionDefinition extends RegisteredCommitteeDefinition<DissolutionForm, DissolutionDetails> {

    public static final ApplicationKind KIND = ApplicationKind.of(
                    "COMMITTEE_DISSOLUTION", "ZX", Page.COMMITTEE_DISSOLUTION_REVIEWS)
            .byStreet()
            .tagged(Arrays.stream(DissolutionReason.values())
                    .map(DissolutionReason::label)
                    .toList())
            .onePending("committee.dissolution.pending")
            .underAccount(Page.MY_COMMITTEE, "/my/committee/dissolutions")
            .beginsAt("/my/committee")
            .form("committee/dissolution", "/my/committee/dissolution", "/committees/{id}/dissolution")
            .check("committee/dissolution-check")
            .scans(new ScanSlot("files", Messages.of("committee.scan.proof")))
            .build();

    private final DissolutionService dissolutions;
    private final PropertyAreas areas;
    private final CommitteeDissolutionPolicy rules;

    CommitteeDissolutionDefinition(
            CommitteeRecords records,
            DissolutionService dissolutions,
            PropertyAreas areas,
            OpenDrafts drafts,
            CommitteeDissolutionPolicy policy,
            CommitteeDissolutionPresenter presenter) {
        super(KIND, DissolutionForm.class, DissolutionDetails.class, policy, presenter, records, drafts);
        this.dissolutions = dissolutions;
        this.areas = areas;
        this.rules = policy;
    }

    @Override
    protected String committeeOf(DissolutionForm form) {
        return form.committeeId();
    }

    @Override
    public Optional<DissolutionForm> blank(Applicant applicant) {
        return Optional.of(DissolutionForm.about(committee(applicant).id().toString()));
    }

    @Override
    public DissolutionForm merge(DissolutionForm kept, DissolutionForm typed) {
        return typed.with(kept.committeeId());
    }

    @Override
    public DissolutionForm emptied(DissolutionForm form) {
        return DissolutionForm.about(form.committeeId());
    }

    @Override
    public Optional<DissolutionDetails> read(Draft<DissolutionForm> draft, Applicant applicant, Errors errors) {
        return read(draft.form(), committee(applicant).view(), errors);
    }

    Optional<DissolutionDetails> read(DissolutionForm form, CommitteeView committee, Errors errors) {
        Optional<DissolutionReason> reason = Arrays.stream(DissolutionReason.values())
                .filter(one -> one.name().equals(form.reason()))
                .findFirst();
        if (reason.filter(one -> !one.fits(committee.attribute())).isPresent()) {
            FieldErrors.reject(errors, "reason", "committee.dissolution.reason.required");
        }
        return errors.hasErrors()
                ? Optional.empty()
                : reason.map(one -> new DissolutionDetails(
                        committee.id().value(),
                        committee.name(),
                        one,
                        ChineseText.paragraphs(form.explanation(), DissolutionForm.MAX_EXPLANATION)
                                .value()));
    }

    @Override
    public void showForm(
            DissolutionForm form, @Nullable Draft<DissolutionForm> draft, Applicant applicant, Model model) {
        CommitteeRecord record = committee(applicant);
        CommitteeView committee = record.view();
        ApplicationNumber revised = draft == null ? null : draft.revises().orElse(null);
        show(committee, revised, model);
        String back = recordAddress(applicant);
        model.addAttribute("back", back);
        model.addAttribute("change", back + "/change");
        model.addAttribute(
                "closedBecause",
                rules.obstacle(committee, revised).map(Messages::of).orElse(null));
        model.addAttribute(
                "reasons",
                Arrays.stream(DissolutionReason.values())
                        .filter(reason -> reason.fits(committee.attribute()))
                        .map(Option::of)
                        .toList());
        showDrafts(record, draft, applicant, model);
    }

    /** Once more: from here on it is a click away. */
    @Override
    public void showCheck(Draft<DissolutionForm> draft, DissolutionDetails details, Model model) {
        show(recordOf(draft.form()).view(), draft.revises().orElse(null), model);
    }

    private void show(CommitteeView committee, @Nullable ApplicationNumber revised, Model model) {
        model.addAttribute("committee", committee);
        model.addAttribute(
                "effects",
                DissolutionRows.foreseen(dissolutions.foresee(committee, revised), areas.standing(committee.area())));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("committee.title.dissolution"))));
    }

    @Override
    public DissolutionForm formOf(DissolutionDetails details) {
        return DissolutionForm.of(details);
    }

    @Override
    public String title(DissolutionForm form) {
        return recordOf(form).view().name();
    }
}
