package org.maintenancefund.application;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.application.domain.ApplicationAgeing;
import org.maintenancefund.application.domain.ApplicationRepository;
import org.maintenancefund.application.domain.ApplicationViews;
import org.maintenancefund.application.domain.FiledApplications;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Applications as the people see them whose they are; every load names who asks. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Applications {

    /** An application in the list of the organisation that applied. */
    public record OwnApplication(
            ApplicationNumber number, String title, String tag, ReviewStatus status, Instant submittedAt) {}

    private static final Keyset<OwnApplication> OWN = new Keyset<>(
            "number, title, tag, status, submitted_at",
            "FROM application",
            List.of(new Keyset.Key("first_submitted_at", Instant.class), new Keyset.Key("number", String.class)),
            true,
            (row, i) -> new OwnApplication(
                    new ApplicationNumber(row.getString(1)),
                    row.getString(2),
                    Objects.requireNonNullElse(row.getString(3), ""),
                    ReviewStatus.valueOf(row.getString(4)),
                    row.getTimestamp(5).toInstant()));

    private final ApplicationRepository applications;
    private final FiledApplications filed;
    private final ApplicationViews views;
    private final JdbcClient jdbc;
    private final ApplicationAgeing ageing;

    /** For the reviewer: an application of the reviewer's own district. */
    public ApplicationView forReview(ApplicationKind kind, ApplicationNumber number, CurrentUser reviewer) {
        return reviewer.districtIfAny()
                .flatMap(district -> filed.findOfDistrict(number, kind, district))
                .map(views::of)
                .orElseThrow(() -> new NotFound("application " + number));
    }

    /** For an operator: an application of the operator's own organisation, without internal remarks. */
    public ApplicationView ownOf(ApplicationKind kind, ApplicationNumber number, OrgRef applicant) {
        return filed.findOfApplicant(number, kind, applicant)
                .map(views::forApplicant)
                .orElseThrow(() -> new NotFound("application " + number));
    }

    /** The organisation's own applications of a kind, newest first; without details. */
    public Listing<OwnApplication> own(ApplicationKind kind, OrgRef applicant) {
        return OWN.where(
                jdbc,
                new Conditions()
                        .equal("applicant_type", Optional.of(applicant.type()))
                        .equal("applicant_id", Optional.of(applicant.id()))
                        .equal("kind", Optional.of(kind.code())));
    }

    /** True where one of its own of that kind waits for a decision. */
    public boolean ownPending(ApplicationKind kind, OrgRef applicant) {
        return applications.existsPendingOfApplicant(kind, applicant);
    }

    /** Lets all returned applications lapse that nobody touched for too long; what the nightly job does. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public int lapseUntouched() {
        return ageing.lapseUntouched();
    }
}
