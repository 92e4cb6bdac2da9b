package org.maintenancefund.committee.change;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.application.ScanSlot;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.CommitteeLimits;
import org.maintenancefund.committee.domain.CommitteeName;
import org.maintenancefund.committee.domain.CommitteeRecord;
import org.maintenancefund.committee.domain.CommitteeRecords;
import org.maintenancefund.committee.domain.CommitteeState;
import org.maintenancefund.committee.domain.RegisteredCommitteeDefinition;
import org.maintenancefund.committee.registration.CommitteeForm;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
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
public class CommitteeChangeDefinition extends RegisteredCommitteeDefinition<ChangeForm, ChangeDetails> {

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

    private final PropertyAreas areas;
    private final CommitteeLimits limits;
    private final Validator validator;

    CommitteeChangeDefinition(
            CommitteeRecords records,
            PropertyAreas areas,
            CommitteeLimits limits,
            OpenDrafts drafts,
            Validator validator,
            CommitteeChangePolicy policy,
            CommitteeChangePresenter presenter) {
        super(KIND, ChangeForm.class, ChangeDetails.class, policy, presenter, records, drafts);
        this.areas = areas;
        this.limits = limits;
        this.validator = validator;
    }

    @Override
    protected String committeeOf(ChangeForm form) {
        return form.committeeId();
    }

    @Override
    public Optional<ChangeForm> blank(Applicant applicant) {
        CommitteeRecord committee = committee(applicant);
        return Optional.of(ChangeForm.of(committee.id().toString(), committee.state()));
    }

    @Override
    public ChangeForm merge(ChangeForm kept, ChangeForm typed) {
        return typed.about(kept.committeeId());
    }

    /** The record as it is, like a form that is begun. */
    @Override
    public ChangeForm emptied(ChangeForm form) {
        return ChangeForm.of(form.committeeId(), recordOf(form).state());
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
    Optional<ChangeDetails> read(ChangeForm form, CommitteeRecord committee, Errors errors) {
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
        String area = areas.standing(committee.view().area()).name();
        Optional<CommitteeState> state = after.read(area, limits.longestTerm(), errors);
        state.ifPresent(read -> form.look(now, read, errors));
        return errors.hasErrors()
                ? Optional.empty()
                : state.map(read -> new ChangeDetails(
                        committee.id().value(),
                        committee.version(),
                        items,
                        now,
                        read,
                        ChineseText.clean(form.reason())));
    }

    @Override
    public void showForm(ChangeForm form, @Nullable Draft<ChangeForm> draft, Applicant applicant, Model model) {
        CommitteeRecord committee = committee(applicant);
        boolean formal = committee.state().attribute() == CommitteeAttribute.FORMAL;
        model.addAttribute("committee", committee.view());
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
        String area = areas.standing(committee.view().area()).name();
        model.addAttribute("formalName", CommitteeName.proposal(area, CommitteeAttribute.FORMAL));
        showDrafts(committee, draft, applicant, model);
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
}
