package org.maintenancefund.area.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationSubjects;
import org.maintenancefund.application.ApplicationSubjects.OpenApplication;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.area.AreaFact;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.maintenancefund.area.MergeBlocker;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Applications under way for an area or its committee: one of each kind at most may be pending where areas become one. */
@Component
@Order(3)
@RequiredArgsConstructor
class ApplicationMergeParticipant implements AreaMergeParticipant {

    /** Those about the areas, and those of their committees, which apply for changes of their own. */
    private static final String OPEN = "SELECT " + ApplicationSubjects.COLUMNS
            + ", coalesce(g.area_id, s.subject_id) AS area FROM submitted_application s"
            + " LEFT JOIN area_governed g ON g.committee_id = s.subject_id"
            + " WHERE s.status IN ('PENDING', 'RETURNED') AND s.subject_id = ANY (CAST(:areas AS uuid[])"
            + " || ARRAY(SELECT committee_id FROM area_governed WHERE area_id = ANY (:areas))) ORDER BY s.number";

    private final ApplicationSubjects applications;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** An application as it was before it was moved. */
    record Moved(String number, UUID subject) {}

    @Override
    public String name() {
        return "applications";
    }

    @Override
    public List<AreaFact> facts(Collection<AreaId> areas) {
        Map<AreaId, List<AreaFact.Line>> lines = new HashMap<>();
        jdbc.sql(OPEN)
                .param("areas", areas.stream().map(AreaId::value).toArray(UUID[]::new))
                .query(row -> {
                    lines.computeIfAbsent(new AreaId(row.getObject("area", UUID.class)), area -> new ArrayList<>())
                            .add(line(applications.read(row, row.getRow())));
                });
        return List.of(new AreaFact(Messages.of("area.merge.applications"), lines));
    }

    @Override
    public List<MergeBlocker> blockers(Collection<AreaId> areas) {
        Map<ApplicationKind, List<OpenApplication>> pending = open(areas).stream()
                .filter(application -> application.status() == ReviewStatus.PENDING)
                .collect(Collectors.groupingBy(OpenApplication::kind, LinkedHashMap::new, Collectors.toList()));
        return pending.entrySet().stream()
                .filter(kind -> kind.getValue().size() > 1)
                .map(kind -> new MergeBlocker(
                        Messages.of("area.merge.too-many-pending", kind.getKey().label()),
                        kind.getValue().stream()
                                .map(ApplicationMergeParticipant::line)
                                .toList()))
                .toList();
    }

    @Override
    public String move(AreaId kept, Collection<AreaId> merged, Instant now) {
        List<Moved> moved = applications.move(merged.stream().map(AreaId::value).toList(), kept.value()).stream()
                .map(application -> new Moved(application.number().value(), application.subject()))
                .toList();
        return moved.isEmpty() ? "" : json.writeValueAsString(moved);
    }

    @Override
    public Optional<Reason> decidedSince(AreaId kept, Instant since) {
        return applications
                .decidedSince(List.of(kept.value()), since)
                .map(number -> Reason.of("area.merge.decided-since", number.value()));
    }

    @Override
    public void moveBack(AreaId kept, String moved) {
        for (Moved application : json.readValue(moved, Moved[].class)) {
            applications.put(new ApplicationNumber(application.number()), application.subject());
        }
    }

    private List<OpenApplication> open(Collection<AreaId> areas) {
        return applications.open(areas.stream().map(AreaId::value).toList());
    }

    private static AreaFact.Line line(OpenApplication application) {
        return new AreaFact.Line(
                application.kind().label() + " " + application.number().value() + "（"
                        + application.status().label() + "）",
                application.kind().reviewPath() + "/" + application.number());
    }
}
