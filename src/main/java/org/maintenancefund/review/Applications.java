package org.maintenancefund.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.kernel.NotFound;
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
    private final ApplicationAgeing ageing;

    Applications(ApplicationRepository applications, ApplicationViews views, ApplicationAgeing ageing) {
        this.applications = applications;
        this.views = views;
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
