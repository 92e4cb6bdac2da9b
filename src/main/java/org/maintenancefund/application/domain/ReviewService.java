package org.maintenancefund.application.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.ReviewSheet;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.city.DueDate;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out an application for its reviewer. */
@Component
@Transactional(readOnly = true)
public class ReviewService {

    private final ApplicationRepository repository;
    private final ApplicationViews views;
    private final ApplicationDefinitions definitions;
    private final WorkingDays workingDays;
    private final Clock clock;

    ReviewService(
            ApplicationRepository repository,
            ApplicationViews views,
            ApplicationDefinitions definitions,
            WorkingDays workingDays,
            Clock clock) {
        this.repository = repository;
        this.views = views;
        this.definitions = definitions;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    public ReviewSheet open(ApplicationKind kind, ApplicationNumber number, CurrentUser reviewer) {
        Application application = load(kind, number, reviewer);
        return sheet(definitions.of(kind), application, reviewer);
    }

    /** 系统比对 as it is now. */
    public List<SystemCheck> compare(ApplicationKind kind, ApplicationNumber number, CurrentUser reviewer) {
        return compare(definitions.of(kind), load(kind, number, reviewer));
    }

    private <D> List<SystemCheck> compare(ApplicationDefinition<?, D> definition, Application application) {
        return definition
                .policy()
                .compare(application.number(), views.details(application, application.round(), definition));
    }

    /** One round as it was submitted, for reading and printing; {@link NotFound} where there is no such round. */
    public List<DetailField> round(ApplicationKind kind, ApplicationNumber number, int round, CurrentUser reviewer) {
        Application application = load(kind, number, reviewer);
        return Optional.of(round)
                .filter(wanted -> wanted >= 1 && wanted <= application.round())
                .map(wanted -> views.fields(application, wanted))
                .orElseThrow(() -> new NotFound("round " + round + " of " + number));
    }

    /** What to say on the telephone after the decision. */
    public String whatToSay(ApplicationKind kind, ApplicationNumber number, CurrentUser reviewer) {
        return sayAfterApproval(definitions.of(kind), load(kind, number, reviewer));
    }

    private <D> String sayAfterApproval(ApplicationDefinition<?, D> definition, Application application) {
        return definition
                .presenter()
                .sayAfterApproval(application.number(), views.details(application, application.round(), definition));
    }

    private <D> ReviewSheet sheet(
            ApplicationDefinition<?, D> definition, Application application, CurrentUser reviewer) {
        D details = views.details(application, application.round(), definition);
        ApplicationView view = views.of(application);
        boolean waits = application.status() == ReviewStatus.PENDING;
        return new ReviewSheet(
                view,
                views.changes(application),
                views.files(application, application.round() - 1),
                waits
                        ? definition.policy().compare(application.number(), details)
                        : application.round(application.round()).checks(),
                waits ? null : view.decidedAt().orElse(null),
                definition.kind().returnReasons(),
                definition.policy().paperDocuments(details),
                application.papersReceived(),
                DueDate.of(application.dueOn(), LocalDate.now(clock), workingDays),
                application.mayBeDecidedBy(reviewer.operatorId()));
    }

    private Application load(ApplicationKind kind, ApplicationNumber number, CurrentUser reviewer) {
        return reviewer.districtIfAny()
                .flatMap(district -> repository.findOfDistrict(number, kind, district))
                .orElseThrow(() -> new NotFound("application " + number));
    }
}
