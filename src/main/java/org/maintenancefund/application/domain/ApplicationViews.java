package org.maintenancefund.application.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationFile;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.TimelineEntry;
import org.maintenancefund.attachment.AttachmentId;
import org.maintenancefund.attachment.Attachments;
import org.maintenancefund.city.WorkingDays;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts an application together for a page. */
@Component
@RequiredArgsConstructor
public class ApplicationViews {

    private final ApplicationDefinitions definitions;
    private final Attachments attachments;
    private final WorkingDays workingDays;
    private final JsonMapper json;

    public ApplicationView of(Application application) {
        return view(application, application.timeline());
    }

    /** Without internal remarks and without the names of who decided. */
    public ApplicationView forApplicant(Application application) {
        return view(
                application,
                application.timeline().stream().map(TimelineEntry::forApplicant).toList());
    }

    /** The summary list of a round. */
    public List<DetailField> fields(Application application, int round) {
        return describe(definitions.of(application.kind()), application, round);
    }

    /** What each field said in the round before this one, nothing where it was not there; empty in the first round. */
    public Map<String, List<String>> before(Application application) {
        Map<String, List<String>> before = new HashMap<>();
        if (application.round() > 1) {
            fields(application, application.round()).forEach(field -> before.put(field.key(), List.of()));
            fields(application, application.round() - 1).forEach(field -> before.put(field.key(), field.lines()));
        }
        return before;
    }

    /** What a round says. */
    public <D> D details(Application application, int round, ApplicationDefinition<?, D> definition) {
        return json.readValue(application.round(round).details(), definition.detailsType());
    }

    /** The scans of a round; none before the first. */
    public List<ApplicationFile> files(Application application, int round) {
        if (round < 1) {
            return List.of();
        }
        List<ApplicationFile.Link> links = application.round(round).files().stream()
                .map(file -> new ApplicationFile.Link(file.slot(), new AttachmentId(file.attachmentId())))
                .toList();
        return ApplicationFile.of(links, attachments);
    }

    private ApplicationView view(Application application, List<TimelineEntry> entries) {
        return new ApplicationView(
                application.number(),
                application.kind(),
                application.status(),
                application.round(),
                Objects.requireNonNull(application.version()),
                application.summary().title(),
                application.summary().tag(),
                application.summary().contactName(),
                application.summary().contactMobile(),
                application.firstSubmittedAt(),
                application.submittedAt(),
                application.dueOn(),
                workingDays.isListed(application.dueOn().getYear()),
                application.notifiedAt() != null,
                fields(application, application.round()),
                files(application, application.round()),
                entries);
    }

    private <D> List<DetailField> describe(ApplicationDefinition<?, D> definition, Application application, int round) {
        return definition.presenter().describe(details(application, round, definition));
    }
}
