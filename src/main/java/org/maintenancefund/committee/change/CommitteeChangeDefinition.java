package org.maintenancefund.committee.change;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.application.ScanSlot;
import org.maintenancefund.application.Submission;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.domain.Committee;
import org.maintenancefund.committee.domain.CommitteeChanges;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.Option;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

/** 申请信息变更 by the committee, and the same by its district from paper. */
@Component
@Order(3)
public class CommitteeChangeDefinition extends ApplicationDefinition<ChangeForm, ChangeDetails> {

    public static final ApplicationKind KIND = ApplicationKind.of(
                    "COMMITTEE_CHANGE", "BG", Page.COMMITTEE_CHANGE_REVIEWS)
            .byStreet()
            .tagged(Arrays.stream(ChangeItem.values()).map(ChangeItem::label).toList())
            .onePending("committee.change.pending")
            .underAccount(Page.MY_COMMITTEE, "/my/committee/changes")
            .beginsAt("/my/committee")
            .form("committee/change", "/my/committee/change", "/committees/{id}/change")
            .check("committee/change-check")
            .scans(new ScanSlot("files", Messages.of("committee.scan.proof")))
            .build();

    private final ChangedCommittee committees;
    private final ChangeFormCheck check;
    private final OpenDrafts drafts;
    private final CommitteeChanges changes;

    CommitteeChangeDefinition(
            ChangedCommittee committees,
            ChangeFormCheck check,
            OpenDrafts drafts,
            CommitteeChanges changes,
            CommitteeChangePolicy policy,
            CommitteeChangePresenter presenter) {
        super(KIND, ChangeForm.class, ChangeDetails.class, policy, presenter);
        this.committees = committees;
        this.check = check;
        this.drafts = drafts;
        this.changes = changes;
    }

    @Override
    public String startAddress(@Nullable CurrentUser user) {
        return user != null && user.is(Role.DISTRICT_STAFF) ? "/committees" : KIND.start();
    }

    @Override
    public String continueAddress(ChangeForm form, @Nullable CurrentUser user) {
        return user != null && user.is(Role.DISTRICT_STAFF)
                ? "/committees/" + form.getCommitteeId() + "/change"
                : KIND.formAddresses().get(0);
    }

    @Override
    public Optional<ChangeForm> blank(Applicant applicant) {
        Committee committee = committee(applicant);
        return Optional.of(ChangeForm.of(committee.id().toString(), committee.state()));
    }

    @Override
    public ChangeForm merge(ChangeForm kept, ChangeForm typed) {
        typed.setCommitteeId(kept.getCommitteeId());
        return typed;
    }

    /** The record as it is, like a form that is begun. */
    @Override
    public ChangeForm emptied(ChangeForm form) {
        return ChangeForm.of(
                form.getCommitteeId(),
                changes.get(new CommitteeId(id(form.getCommitteeId()))).state());
    }

    /** A draft about another committee is not to be had at this one's address. */
    @Override
    public void require(ChangeForm form, Applicant applicant) {
        if (!form.getCommitteeId().equals(committee(applicant).id().toString())) {
            throw new NotFound("draft of another committee");
        }
    }

    @Override
    public Optional<ChangeDetails> read(Draft<ChangeForm> draft, Applicant applicant, Errors errors) {
        return check.read(draft.form(), committee(applicant), errors);
    }

    @Override
    public void showForm(ChangeForm form, @Nullable Draft<ChangeForm> draft, Applicant applicant, Model model) {
        Committee committee = committee(applicant);
        boolean formal = committee.state().attribute() == CommitteeAttribute.FORMAL;
        model.addAttribute("committee", committees.view(committee));
        model.addAttribute(
                "choices",
                Arrays.stream(ChangeItem.values())
                        .filter(item -> item != (formal ? ChangeItem.FORMALISE : ChangeItem.NEW_TERM))
                        .map(Option::of)
                        .toList());
        if (draft == null) {
            String id = committee.id().toString();
            model.addAttribute(
                    "drafts",
                    drafts.of(this, applicant.owner(), applicant.user(), open -> id.equals(open.getCommitteeId())));
        }
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("committee.title.change"))));
    }

    @Override
    public void showCheck(Draft<ChangeForm> draft, ChangeDetails details, Model model) {
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("committee.title.change"))));
    }

    @Override
    public ChangeForm formOf(ChangeDetails details) {
        return ChangeForm.of(details);
    }

    @Override
    public String title(ChangeForm form) {
        return form.getName();
    }

    @Override
    public String contact(ChangeForm form) {
        return form.getContactName();
    }

    @Override
    public String afterSubmission(Submission submission, Applicant applicant) {
        return applicant.variable("id").map(id -> "/committees/" + id).orElse(KIND.start());
    }

    private Committee committee(Applicant applicant) {
        return committees.get(
                applicant.variable("id").map(CommitteeChangeDefinition::id).orElse(null), applicant.account());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotFound("committee " + text);
        }
    }
}
