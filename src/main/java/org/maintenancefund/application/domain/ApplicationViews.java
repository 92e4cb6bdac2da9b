package org.maintenancefund.application.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.application.TimelineEntry;
import org.maintenancefund.city.WorkingDays;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts an application together for a page. */
@Component
@RequiredArgsConstructor
public class ApplicationViews {

    private final ApplicationDefinitions definitions;
    private final WorkingDays workingDays;
    private final JsonMapper json;

    public ApplicationView of(FiledApplication application) {
        return of(application, fields(application, application.round()));
    }

    /** The same where its lines were told already. */
    ApplicationView of(FiledApplication application, List<DetailField> fields) {
        return view(application, fields, application.timeline());
    }

    /** Without internal remarks and without the names of who decided. */
    public ApplicationView forApplicant(FiledApplication application) {
        return view(
                application,
                fields(application, application.round()),
                application.timeline().stream().map(TimelineEntry::forApplicant).toList());
    }

    /** The same for who only knows number and mobile. */
    public ApplicationView forStranger(FiledApplication application) {
        return view(
                application,
                fields(application, application.round()),
                application.timeline().stream().map(TimelineEntry::forStranger).toList());
    }

    /** The summary list of a round. */
    public List<DetailField> fields(FiledApplication application, int round) {
        return describe(definitions.of(application.kind()), application, round);
    }

    /** What each field said in the round before that one, nothing where it was not there; empty in the first round. */
    public Map<String, List<String>> before(FiledApplication application, int round, List<DetailField> now) {
        Map<String, List<String>> before = new HashMap<>();
        if (round > 1) {
            now.forEach(field -> before.put(field.key(), List.of()));
            fields(application, round - 1).forEach(field -> before.put(field.key(), field.lines()));
        }
        return before;
    }

    /** What the current round says. */
    public <D> D details(FiledApplication application, ApplicationDefinition<?, D> definition) {
        return details(application, application.round(), definition);
    }

    /** What a round says. */
    public <D> D details(FiledApplication application, int round, ApplicationDefinition<?, D> definition) {
        return json.readValue(application.round(round).details(), definition.detailsType());
    }

    private ApplicationView view(FiledApplication application, List<DetailField> fields, List<TimelineEntry> entries) {
        return new ApplicationView(
                application.number(),
                application.kind(),
                application.status(),
                application.round(),
                application.version(),
                application.summary().title(),
                application.summary().tag(),
                application.summary().district(),
                application.summary().contactName(),
                application.summary().contactMobile(),
                application.firstSubmittedAt(),
                application.submittedAt(),
                application.workingDays(),
                application.dueOn(),
                workingDays.isListed(application.dueOn()),
                application.changedAt(),
                application.notified(),
                application.status() == ReviewStatus.RETURNED ? application.reviseBy() : null,
                fields,
                application.lastRound().files(),
                entries);
    }

    private <D> List<DetailField> describe(
            ApplicationDefinition<?, D> definition, FiledApplication application, int round) {
        return definition.presenter().describe(details(application, round, definition));
    }
}
