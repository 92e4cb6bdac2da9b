package org.maintenancefund.committee.dissolution;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.application.ScanSlot;
import org.maintenancefund.application.Submission;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.committee.DissolutionReason;
import org.maintenancefund.committee.domain.Committee;
import org.maintenancefund.committee.domain.CommitteeService;
import org.maintenancefund.committee.domain.DissolutionService;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
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
public class CommitteeDissolutionDefinition extends ApplicationDefinition<DissolutionForm, DissolutionDetails> {

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

    private final CommitteeService records;
    private final Committees committees;
    private final DissolutionService dissolutions;
    private final PropertyAreas areas;
    private final OpenDrafts drafts;
    private final CommitteeDissolutionPolicy rules;
    private final Clock clock;

    CommitteeDissolutionDefinition(
            CommitteeService records,
            Committees committees,
            DissolutionService dissolutions,
            PropertyAreas areas,
            OpenDrafts drafts,
            Clock clock,
            CommitteeDissolutionPolicy policy,
            CommitteeDissolutionPresenter presenter) {
        super(KIND, DissolutionForm.class, DissolutionDetails.class, policy, presenter);
        this.records = records;
        this.committees = committees;
        this.dissolutions = dissolutions;
        this.areas = areas;
        this.drafts = drafts;
        this.rules = policy;
        this.clock = clock;
    }

    @Override
    public String startAddress(@Nullable CurrentUser user) {
        return user != null && user.is(Role.DISTRICT_STAFF) ? "/committees" : KIND.start();
    }

    @Override
    public String continueAddress(DissolutionForm form, @Nullable CurrentUser user) {
        return user != null && user.is(Role.DISTRICT_STAFF)
                ? "/committees/" + form.committeeId() + "/dissolution"
                : KIND.formAddresses().get(0);
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

    /** A draft about another committee is not to be had at this one's address. */
    @Override
    public void require(DissolutionForm form, Applicant applicant) {
        if (!form.committeeId().equals(committee(applicant).id().toString())) {
            throw new NotFound("draft of another committee");
        }
    }

    @Override
    public Optional<DissolutionDetails> read(Draft<DissolutionForm> draft, Applicant applicant, Errors errors) {
        return read(draft.form(), committee(applicant), errors);
    }

    Optional<DissolutionDetails> read(DissolutionForm form, Committee committee, Errors errors) {
        CommitteeAttribute attribute = committee.state().attribute();
        Optional<DissolutionReason> reason = Arrays.stream(DissolutionReason.values())
                .filter(one -> one.name().equals(form.reason()))
                .findFirst();
        if (reason.filter(one -> !one.fits(attribute)).isPresent()) {
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
        Committee committee = committee(applicant);
        ApplicationNumber revised = draft == null ? null : draft.revises().orElse(null);
        CommitteeView view = committee.view(LocalDate.now(clock));
        show(view, revised, model);
        String back = applicant.variable("id").map(id -> "/committees/" + id).orElse(KIND.start());
        model.addAttribute("back", back);
        model.addAttribute("change", back + "/change");
        model.addAttribute(
                "closedBecause", rules.obstacle(view, revised).map(Messages::of).orElse(null));
        model.addAttribute(
                "reasons",
                Arrays.stream(DissolutionReason.values())
                        .filter(reason -> reason.fits(view.attribute()))
                        .map(Option::of)
                        .toList());
        if (draft == null) {
            String id = committee.id().toString();
            model.addAttribute(
                    "drafts",
                    drafts.of(this, applicant.owner(), applicant.user(), open -> id.equals(open.committeeId())));
        }
    }

    /** Once more: from here on it is a click away. */
    @Override
    public void showCheck(Draft<DissolutionForm> draft, DissolutionDetails details, Model model) {
        show(committees.get(details.committee()), draft.revises().orElse(null), model);
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
        return Ids.read(form.committeeId())
                .flatMap(id -> committees.find(new CommitteeId(id)))
                .map(CommitteeView::name)
                .orElse("");
    }

    @Override
    public String afterSubmission(Submission submission, Applicant applicant) {
        return applicant.variable("id").map(id -> "/committees/" + id).orElse(KIND.start());
    }

    /** The person's own committee, or as a district's clerk one of the district. */
    private Committee committee(Applicant applicant) {
        CurrentUser user = applicant.account();
        Committee committee = records.get(applicant
                .variable("id")
                .map(text -> Ids.read(text).map(CommitteeId::new).orElseThrow(() -> new NotFound("committee " + text)))
                .orElse(new CommitteeId(user.organisation().id())));
        boolean open = user.is(Role.COMMITTEE_OPERATOR)
                ? committee.id().ref().equals(user.organisation())
                : committee.district().equals(user.district());
        if (!open) {
            throw new NotFound("committee " + committee.id());
        }
        return committee;
    }
}
