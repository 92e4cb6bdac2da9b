package org.maintenancefund.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.review.domain.ApplicantDesk;
import org.maintenancefund.review.domain.Application;
import org.maintenancefund.review.domain.ApplicationAgeing;
import org.maintenancefund.review.domain.ApplicationRepository;
import org.maintenancefund.review.domain.ApplicationViews;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applications as the people see them whose they are; every load names who asks. */
@Service
@Transactional(readOnly = true)
public class Applications {

    private static final Limit OWN = Limit.of(100);

    private final ApplicationRepository applications;
    private final ApplicationViews views;
    private final ApplicantDesk desk;
    private final ApplicationAgeing ageing;

    Applications(
            ApplicationRepository applications, ApplicationViews views, ApplicantDesk desk, ApplicationAgeing ageing) {
        this.applications = applications;
        this.views = views;
        this.desk = desk;
        this.ageing = ageing;
    }

    /** For the reviewer: an application of the reviewer's own district. */
    public ApplicationView forReview(ApplicationKind kind, ApplicationNumber number, CurrentUser reviewer) {
        return reviewer.districtIfAny()
                .flatMap(district -> applications.findOfDistrict(number, kind, district))
                .map(views::of)
                .orElseThrow(() -> new NotFound("application " + number));
    }

    /** For an operator: an application of the operator's own organisation, without internal remarks. */
    public ApplicationView ownOf(ApplicationKind kind, ApplicationNumber number, OrgRef applicant) {
        return applications
                .findOfApplicant(number, kind, applicant)
                .map(views::forApplicant)
                .orElseThrow(() -> new NotFound("application " + number));
    }

    /** The organisation's own applications of a kind, newest first, at most 100; without details. */
    public List<OwnApplication> allOf(ApplicationKind kind, OrgRef applicant) {
        return applications.findAllOfApplicant(kind, applicant, OWN).stream()
                .map(Applications::own)
                .toList();
    }

    /** 撤回申请 by an operator of the organisation that applied. */
    @Transactional
    public void withdraw(ApplicationKind kind, ApplicationNumber number, CurrentUser user) {
        desk.withdrawOwn(kind, number, user);
    }

    /**
     * 修改并重新提交 by an operator of the organisation that applied: a filled draft under the operator's account.
     *
     * @return the address of the form to mend it with
     */
    @Transactional
    public String startMending(ApplicationKind kind, ApplicationNumber number, CurrentUser user) {
        return desk.startMendingOwn(kind, number, user);
    }

    /** Lets returned applications lapse that nobody touched for too long; what the nightly job does. */
    @Transactional
    public int lapseUntouched() {
        return ageing.lapseUntouched();
    }

    /** What changed from the round before to this one; empty in the first round. */
    public Map<String, FieldChange> changes(ApplicationView view) {
        Map<String, FieldChange> changes = new LinkedHashMap<>();
        Optional<List<DetailField>> before = views.fieldsOf(view.kind(), view.number(), view.round() - 1);
        for (DetailField field : view.fields()) {
            List<String> old = before.flatMap(fields -> fields.stream()
                            .filter(candidate -> candidate.key().equals(field.key()))
                            .findFirst())
                    .map(DetailField::lines)
                    .orElse(List.of());
            boolean changed = before.isPresent() && !old.equals(field.lines());
            changes.put(field.key(), new FieldChange(field, old, changed));
        }
        return changes;
    }

    private static OwnApplication own(Application application) {
        return new OwnApplication(
                application.number(),
                application.title(),
                application.tag().orElse(""),
                application.status(),
                application.submittedAt());
    }
}
