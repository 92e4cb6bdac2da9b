package org.maintenancefund.application.domain;

import java.util.List;
import java.util.Optional;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.TimelineEntry;
import org.maintenancefund.city.WorkingDays;
import org.springframework.stereotype.Component;

/** Puts an application together for a page. */
@Component
public class ApplicationViews {

    private final ApplicationDefinitions definitions;
    private final Rounds rounds;
    private final Timeline timeline;
    private final WorkingDays workingDays;

    ApplicationViews(ApplicationDefinitions definitions, Rounds rounds, Timeline timeline, WorkingDays workingDays) {
        this.definitions = definitions;
        this.rounds = rounds;
        this.timeline = timeline;
        this.workingDays = workingDays;
    }

    public ApplicationView of(Application application) {
        return view(application, timeline.of(application.number()));
    }

    /** Without internal remarks and without the names of who decided. */
    public ApplicationView forApplicant(Application application) {
        return view(
                application,
                timeline.of(application.number()).stream()
                        .map(TimelineEntry::forApplicant)
                        .toList());
    }

    /** The summary list of one round; empty where there is no such round. */
    public Optional<List<DetailField>> fieldsOf(ApplicationKind kind, ApplicationNumber number, int round) {
        return round < 1 ? Optional.empty() : Optional.of(describe(definitions.of(kind), number, round));
    }

    private ApplicationView view(Application application, List<TimelineEntry> entries) {
        return new ApplicationView(
                application.number(),
                application.kind(),
                application.status(),
                application.round(),
                application.version(),
                application.title(),
                application.tag().orElse(null),
                application.contactName(),
                application.contactMobile(),
                application.firstSubmittedAt(),
                application.submittedAt(),
                application.dueOn(),
                workingDays.isListed(application.dueOn().getYear()),
                application.toldAt().isPresent(),
                describe(definitions.of(application.kind()), application.number(), application.round()),
                rounds.files(application.number(), application.round()),
                entries);
    }

    private <D> List<DetailField> describe(
            ApplicationDefinition<?, D> definition, ApplicationNumber number, int round) {
        return definition.presenter().describe(rounds.details(number, round, definition.detailsType()));
    }
}
