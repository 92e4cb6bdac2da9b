package org.maintenancefund.application.domain;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.ApprovalNotice;
import org.maintenancefund.application.PrintedRound;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.kernel.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rounds of applications for printing; {@link NotFound} where the reader may not see one, or there is none. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class PrintedRounds {

    private final FiledApplications applications;
    private final ApplicationViews views;
    private final ApplicationDefinitions definitions;

    /**
     * For the district in charge.
     *
     * @param round the latest where it is null
     */
    public PrintedRound forReview(
            ApplicationKind kind, ApplicationNumber number, @Nullable Integer round, CurrentUser reviewer) {
        FiledApplication application = reviewer.districtIfAny()
                .flatMap(district -> applications.findOfDistrict(number, kind, district))
                .orElseThrow(() -> new NotFound("application " + number));
        int wanted = round == null ? application.round() : round;
        if (wanted < 1 || wanted > application.round()) {
            throw new NotFound("round " + round + " of " + number);
        }
        return printed(definitions.of(kind), application, views.of(application), wanted);
    }

    /** The latest for the organisation that applied, without internal remarks. */
    public PrintedRound own(ApplicationKind kind, ApplicationNumber number, CurrentUser user) {
        FiledApplication application = applications
                .findOfApplicant(number, kind, user.organisation())
                .orElseThrow(() -> new NotFound("application " + number));
        return printed(definitions.of(kind), application, views.forApplicant(application), application.round());
    }

    /** What the paper after the approval says; {@link NotFound} where it isn't approved, or its kind has no such paper. */
    public ApprovalNotice notice(ApplicationKind kind, ApplicationNumber number, CurrentUser reviewer) {
        return reviewer.districtIfAny()
                .flatMap(district -> applications.findOfDistrict(number, kind, district))
                .filter(application -> application.status() == ReviewStatus.APPROVED)
                .flatMap(application -> notice(definitions.of(kind), application))
                .orElseThrow(() -> new NotFound("notice of " + number));
    }

    private <D> Optional<ApprovalNotice> notice(ApplicationDefinition<?, D> definition, FiledApplication application) {
        return definition.presenter().notice(application.number(), views.details(application, definition));
    }

    private <D> PrintedRound printed(
            ApplicationDefinition<?, D> definition, FiledApplication application, ApplicationView view, int round) {
        return new PrintedRound(
                view,
                round,
                views.fields(application, round),
                application.round(round).files(),
                definition.policy().paperDocuments(views.details(application, round, definition)));
    }
}
