package org.maintenancefund.application.web;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.PhoneCalls;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.application.domain.FiledApplication;
import org.maintenancefund.application.domain.FiledApplications;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.PageOrigin;
import org.springframework.stereotype.Component;

/** The application that was approved, for the page that comes after it. */
@Component
@RequiredArgsConstructor
class ApprovedOrigin implements PageOrigin {

    private final FiledApplications applications;
    private final PhoneCalls calls;

    @Override
    public Optional<Origin> find(String reference, CurrentUser user) {
        return ApplicationNumber.parse(reference)
                .flatMap(applications::find)
                .filter(filed -> filed.status() == ReviewStatus.APPROVED)
                .filter(filed -> filed.summary().district().equals(user.district()))
                .map(filed -> origin(filed, user));
    }

    private Origin origin(FiledApplication filed, CurrentUser user) {
        ApplicationKind kind = filed.kind();
        return new Origin(
                kind.reviews(),
                new Crumb(filed.summary().title(), kind.reviewPath() + "/" + filed.number()),
                calls.get(filed.number(), user));
    }
}
