package org.maintenancefund.committee.change;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeLimits;
import org.maintenancefund.committee.domain.Committee;
import org.maintenancefund.committee.domain.CommitteeName;
import org.maintenancefund.committee.domain.CommitteeService;
import org.maintenancefund.committee.domain.CommitteeState;
import org.maintenancefund.committee.registration.CommitteeForm;
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
import org.springframework.validation.Validator;

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

    private final CommitteeService committees;
    private final PropertyAreas areas;
    private final CommitteeLimits limits;
    private final OpenDrafts drafts;
    private final Validator validator;
    private final Clock clock;

    CommitteeChangeDefinition(
            CommitteeService committees,
            PropertyAreas areas,
            CommitteeLimits limits,
            OpenDrafts drafts,
            Validator validator,
            Clock clock,
            CommitteeChangePolicy policy,
            CommitteeChangePresenter presenter) {
        super(KIND, ChangeForm.class, ChangeDetails.class, policy, presenter);
        this.committees = committees;
        this.areas = areas;
        this.limits = limits;
        this.drafts = drafts;
        this.validator = validator;
        this.clock = clock;
    }

    @Override
    public String startAddress(@Nullable CurrentUser user) {
        return user != null && user.is(Role.DISTRICT_STAFF) ? "/committees" : KIND.start();
    }

    @Override
    public String continueAddress(ChangeForm form, @Nullable CurrentUser user) {
        return user != null && user.is(Role.DISTRICT_STAFF)
                ? "/committees/" + form.committeeId() + "/change"
                : KIND.formAddresses().get(0);
    }

    @Override
    public Optional<ChangeForm> blank(Applicant applicant) {
        Committee committee = committee(applicant);
        return Optional.of(ChangeForm.of(committee.id().toString(), committee.state()));
    }

    @Override
    public ChangeForm merge(ChangeForm kept, ChangeForm typed) {
        return typed.about(kept.committeeId());
    }

    /** The record as it is, like a form that is begun. */
    @Override
    public ChangeForm emptied(ChangeForm form) {
        return ChangeForm.of(
                form.committeeId(), committees.get(id(form.committeeId())).state());
    }

    /** A draft about another committee is not to be had at this one's address. */
    @Override
    public void require(ChangeForm form, Applicant applicant) {
        if (!form.committeeId().equals(committee(applicant).id().toString())) {
            throw new NotFound("draft of another committee");
        }
    }

    @Override
    public Optional<ChangeDetails> read(Draft<ChangeForm> draft, Applicant applicant, Errors errors) {
        return read(draft.form(), committee(applicant), errors);
    }

    /** What is ticked says which of the other fields count; that a group becomes a committee is one of the ticks. */
    @Override
    public List<String> inputsOf(String line) {
        return line.equals("items") || line.equals("attribute")
                ? List.of(
                        "items",
                        "name",
                        "termNumber",
                        "termStart",
                        "termEnd",
                        "filingNumber",
                        "officeAddress",
                        "contactName",
                        "contactMobile")
                : super.inputsOf(line);
    }

    /** The record that comes of it is looked at like a registration. */
    Optional<ChangeDetails> read(ChangeForm form, Committee committee, Errors errors) {
        CommitteeState now = committee.state();
        List<ChangeItem> items = form.items(now);
        if (items.isEmpty()) {
            FieldErrors.reject(errors, "items", "committee.change.items.required");
        }
        form.unticked(now)
                .forEach(left -> FieldErrors.reject(
                        errors,
                        left.field(),
                        left.before().isEmpty() ? "committee.change.unticked.empty" : "committee.change.unticked",
                        Messages.of("committee.field." + left.field()),
                        left.item().label(),
                        left.before()));
        CommitteeForm after = form.onTopOf(now);
        validator.validate(after, errors);
        String area = areas.standing(committee.area()).name();
        Optional<CommitteeState> state = after.read(area, limits.longestTerm(), errors);
        state.ifPresent(read -> form.look(now, read, errors));
        return errors.hasErrors()
                ? Optional.empty()
                : state.map(read -> new ChangeDetails(
                        committee.id().value(),
                        committees.currentVersion(committee.id()),
                        items,
                        now,
                        read,
                        ChineseText.clean(form.reason())));
    }

    @Override
    public void showForm(ChangeForm form, @Nullable Draft<ChangeForm> draft, Applicant applicant, Model model) {
        Committee committee = committee(applicant);
        boolean formal = committee.state().attribute() == CommitteeAttribute.FORMAL;
        model.addAttribute("committee", committee.view(LocalDate.now(clock)));
        model.addAttribute(
                "choices",
                Arrays.stream(ChangeItem.values())
                        .filter(item -> item != (formal ? ChangeItem.FORMALISE : ChangeItem.NEW_TERM))
                        .map(Option::of)
                        .toList());
        model.addAttribute(
                "unticked",
                form.unticked(committee.state()).stream()
                        .map(ChangeForm.Unticked::item)
                        .distinct()
                        .map(Option::of)
                        .toList());
        String area = areas.standing(committee.area()).name();
        model.addAttribute("formalName", CommitteeName.proposal(area, CommitteeAttribute.FORMAL));
        if (draft == null) {
            String id = committee.id().toString();
            model.addAttribute(
                    "drafts",
                    drafts.of(this, applicant.owner(), applicant.user(), open -> id.equals(open.committeeId())));
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
        return Objects.requireNonNullElse(form.name(), "");
    }

    @Override
    public String contact(ChangeForm form) {
        return Objects.requireNonNullElse(form.contactName(), "");
    }

    @Override
    public String afterSubmission(Submission submission, Applicant applicant) {
        return applicant.variable("id").map(id -> "/committees/" + id).orElse(KIND.start());
    }

    /** The person's own committee, or as a district's clerk, who enters it from paper, one of the district. */
    private Committee committee(Applicant applicant) {
        CurrentUser user = applicant.account();
        Committee committee = committees.get(applicant
                .variable("id")
                .map(CommitteeChangeDefinition::id)
                .orElse(new CommitteeId(user.organisation().id())));
        boolean open = user.is(Role.COMMITTEE_OPERATOR)
                ? committee.id().ref().equals(user.organisation())
                : committee.district().equals(user.district());
        if (!open) {
            throw new NotFound("committee " + committee.id());
        }
        return committee;
    }

    private static CommitteeId id(String text) {
        return Ids.read(text).map(CommitteeId::new).orElseThrow(() -> new NotFound("committee " + text));
    }
}
