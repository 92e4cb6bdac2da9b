package org.maintenancefund.committee.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.Applicant;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationPolicy;
import org.maintenancefund.application.ApplicationPresenter;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.application.Submission;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.springframework.ui.Model;

/**
 * A kind of application about a committee that is registered: the committee applies for it, or its district enters it from
 * paper. Of the two addresses of the form the first one is the committee's, the second one the district's.
 */
public abstract class RegisteredCommitteeDefinition<F, D> extends ApplicationDefinition<F, D> {

    private static final String REGISTER = "/committees";

    private final CommitteeRecords records;
    private final OpenDrafts drafts;

    protected RegisteredCommitteeDefinition(
            ApplicationKind kind,
            Class<F> formType,
            Class<D> detailsType,
            ApplicationPolicy<D> policy,
            ApplicationPresenter<D> presenter,
            CommitteeRecords records,
            OpenDrafts drafts) {
        super(kind, formType, detailsType, policy, presenter);
        this.records = records;
        this.drafts = drafts;
    }

    /** The identifier of the committee that the form is about. */
    protected abstract String committeeOf(F form);

    @Override
    public String startAddress(@Nullable CurrentUser user) {
        return isDistrict(user) ? REGISTER : kind().start();
    }

    @Override
    public String continueAddress(F form, @Nullable CurrentUser user) {
        List<String> addresses = kind().formAddresses();
        return isDistrict(user) ? addresses.get(1).replace("{id}", committeeOf(form)) : addresses.get(0);
    }

    private static boolean isDistrict(@Nullable CurrentUser user) {
        return user != null && user.is(Role.DISTRICT_STAFF);
    }

    /** A draft about another committee is not to be had at this one's address. */
    @Override
    public void require(F form, Applicant applicant) {
        if (!committeeOf(form).equals(committee(applicant).id().toString())) {
            throw new NotFound("draft of another committee");
        }
    }

    @Override
    public String afterSubmission(Submission submission, Applicant applicant) {
        return recordAddress(applicant);
    }

    /** Where who applies sees the record. */
    protected String recordAddress(Applicant applicant) {
        return applicant.variable("id").map(id -> REGISTER + "/" + id).orElse(kind().start());
    }

    /** The person's own committee, or as a district's clerk one of the district. */
    protected CommitteeRecord committee(Applicant applicant) {
        CurrentUser user = applicant.account();
        CommitteeRecord committee = records.get(applicant
                .variable("id")
                .map(RegisteredCommitteeDefinition::id)
                .orElse(new CommitteeId(user.organisation().id())));
        boolean open = user.is(Role.COMMITTEE_OPERATOR)
                ? committee.id().ref().equals(user.organisation())
                : committee.view().district().equals(user.district());
        if (!open) {
            throw new NotFound("committee " + committee.id());
        }
        return committee;
    }

    /** The committee that the form is about. */
    protected CommitteeRecord recordOf(F form) {
        return records.get(id(committeeOf(form)));
    }

    private static CommitteeId id(String text) {
        return Ids.read(text).map(CommitteeId::new).orElseThrow(() -> new NotFound("committee " + text));
    }

    /** Shows what is being filled in about the committee; where one of these is gone on with, the others don't matter. */
    protected void showDrafts(CommitteeRecord committee, @Nullable Draft<F> draft, Applicant applicant, Model model) {
        if (draft == null) {
            String id = committee.id().toString();
            model.addAttribute(
                    "drafts",
                    drafts.of(this, applicant.owner(), applicant.user(), open -> id.equals(committeeOf(open))));
        }
    }
}
