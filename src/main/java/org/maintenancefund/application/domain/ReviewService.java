package org.maintenancefund.application.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationView;
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
@RequiredArgsConstructor
public class ReviewService {

    private final FiledApplications applications;
    private final ApplicationViews views;
    private final ApplicationDefinitions definitions;
    private final Markings markings;
    private final WorkingDays workingDays;
    private final Clock clock;

    @Transactional(readOnly = true)
    public ReviewSheet open(ApplicationKind kind, ApplicationNumber number, CurrentUser reviewer) {
        FiledApplication application = load(kind, number, reviewer);
        return sheet(definitions.of(kind), application, application.round(), reviewer);
    }

    /** The same with an earlier round as it was submitted and decided; {@link NotFound} where there is no such round. */
    @Transactional(readOnly = true)
    public ReviewSheet open(ApplicationKind kind, ApplicationNumber number, int round, CurrentUser reviewer) {
        FiledApplication application = load(kind, number, reviewer);
        return sheet(definitions.of(kind), application, existing(round, application), reviewer);
    }

    private static int existing(int round, FiledApplication application) {
        return Optional.of(round)
                .filter(wanted -> wanted >= 1 && wanted <= application.round())
                .orElseThrow(() -> new NotFound("round " + round + " of " + application.number()));
    }

    /** 系统比对 as it is now. */
    @Transactional(readOnly = true)
    public List<SystemCheck> compare(ApplicationKind kind, ApplicationNumber number, CurrentUser reviewer) {
        return compare(definitions.of(kind), load(kind, number, reviewer));
    }

    private <D> List<SystemCheck> compare(ApplicationDefinition<?, D> definition, FiledApplication application) {
        return definition.policy().compare(application.number(), views.details(application, definition));
    }

    private <D> ReviewSheet sheet(
            ApplicationDefinition<?, D> definition, FiledApplication application, int round, CurrentUser reviewer) {
        D details = views.details(application, round, definition);
        boolean waits = application.status() == ReviewStatus.PENDING && round == application.round();
        ApplicationDefinition.Reading now = waits
                ? definition.readForReview(application.number(), details)
                : new ApplicationDefinition.Reading(
                        definition.presenter().describe(details),
                        application.round(round).checks());
        ApplicationView view = views.of(application, now.fields());
        return new ReviewSheet(
                view,
                round,
                now.fields(),
                application.round(round).files(),
                views.before(application, round, now.fields()),
                view.marksOf(round - 1),
                markings.places(definition, view.fields(), view.files()),
                round > 1 ? application.round(round - 1).files() : List.of(),
                now.checks(),
                waits ? null : view.decidedAt(round).orElse(null),
                definition.kind().returnReasons(),
                definition.policy().paperDocuments(details),
                papersReceived(application),
                application.owed(),
                DueDate.of(application.dueOn(), LocalDate.now(clock), workingDays),
                application.mayBeDecidedBy(reviewer.operatorId()));
    }

    /** The paper documents that had come by the last round in which they stand: they are still there. */
    private static List<String> papersReceived(FiledApplication application) {
        Map<String, Boolean> last = new LinkedHashMap<>();
        application.rounds().stream()
                .flatMap(round -> round.papers().stream())
                .forEach(paper -> last.put(paper.document(), paper.received()));
        return last.keySet().stream().filter(last::get).toList();
    }

    private FiledApplication load(ApplicationKind kind, ApplicationNumber number, CurrentUser reviewer) {
        return reviewer.districtIfAny()
                .flatMap(district -> applications.findOfDistrict(number, kind, district))
                .orElseThrow(() -> new NotFound("application " + number));
    }

    /**
     * Asks other systems about an application before it is looked at or approved, outside of any transaction; nothing where there
     * is no such application.
     */
    public void consult(ApplicationKind kind, ApplicationNumber number) {
        if (!definitions.of(kind).policy().consults()) {
            return;
        }
        applications
                .find(number)
                .filter(application -> application.kind() == kind)
                .ifPresent(application -> consult(definitions.of(kind), application));
    }

    private <D> void consult(ApplicationDefinition<?, D> definition, FiledApplication application) {
        definition.policy().consult(views.details(application, definition));
    }
}
