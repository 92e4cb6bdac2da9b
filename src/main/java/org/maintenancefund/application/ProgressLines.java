package org.maintenancefund.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.application.ProgressLine.State;
import org.maintenancefund.application.ProgressLine.Step;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.organisation.ProgressSource;
import org.maintenancefund.organisation.ProgressStep;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 注册 → 审核 → 用户名 → 激活 → 关联 → 生效, with days and whose turn it is: the first two from the registration, the others from
 * the features that know of them.
 */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class ProgressLines {

    private final JdbcClient jdbc;
    private final ApplicationDefinitions definitions;
    private final ObjectProvider<RegisteredOrganisations> registers;
    private final ObjectProvider<ProgressSource> sources;
    private final Districts districts;
    private final WorkingDays workingDays;
    private final Clock clock;

    /** What of an application the line shows. */
    private record Filed(
            ApplicationNumber number,
            ApplicationKind kind,
            ReviewStatus status,
            DistrictId district,
            LocalDate submitted,
            LocalDate due,
            LocalDate changed,
            @Nullable LocalDate reviseBy) {}

    /** The line that an application stands in; without steps where it registers nobody. */
    public ProgressLine of(ApplicationNumber number) {
        Filed filed = filed(number);
        RegisteredOrganisations register = registers.stream()
                .filter(found -> found.kind().equals(filed.kind()))
                .findFirst()
                .orElse(null);
        if (register == null) {
            return new ProgressLine(List.of(), null, districts.get(filed.district()));
        }
        OrgRef organisation = filed.status() == ReviewStatus.APPROVED
                ? register.organisationOf(number).orElse(null)
                : null;
        return line(filed, register.type(), organisation);
    }

    /** The line that an organisation stands in; empty where it comes from no registration. */
    public Optional<ProgressLine> of(OrgRef organisation) {
        return registers.stream()
                .filter(register -> register.type() == organisation.type())
                .findFirst()
                .flatMap(register -> register.registrationOf(organisation))
                .map(number -> line(filed(number), organisation.type(), organisation));
    }

    /** The same as long as something is left to do; then nothing more is asked of the registration. */
    public Optional<ProgressLine> open(OrgRef organisation) {
        boolean complete = sources.orderedStream()
                .flatMap(source -> source.steps(organisation.type(), organisation).stream())
                .allMatch(ProgressStep::done);
        return complete ? Optional.empty() : of(organisation);
    }

    private Filed filed(ApplicationNumber number) {
        return jdbc.sql("SELECT number, kind, status, district_id, first_submitted_at, due_on, revise_by, changed_at"
                        + " FROM application WHERE number = :number")
                .param("number", number.value())
                .query((row, i) -> filed(row))
                .optional()
                .orElseThrow(() -> new NotFound("application " + number));
    }

    private ProgressLine line(Filed filed, OrgType type, @Nullable OrgRef organisation) {
        List<ProgressStep> steps = new ArrayList<>();
        steps.add(new ProgressStep(Messages.of("application.step.submitted"), true, filed.submitted(), ""));
        steps.add(review(filed));
        boolean ended = filed.status().isFinal() && filed.status() != ReviewStatus.APPROVED;
        if (!ended) {
            sources.orderedStream().forEach(source -> steps.addAll(source.steps(type, organisation)));
        }
        Optional<ProgressStep> end = organisation == null ? Optional.empty() : end(organisation);
        if (end.isPresent()) {
            steps.removeIf(step -> !step.done());
            steps.add(end.get());
        }
        return shown(steps, ended || end.isPresent(), districts.get(filed.district()));
    }

    /** Not done, so that the line stops there. */
    private Optional<ProgressStep> end(OrgRef organisation) {
        return sources.orderedStream()
                .flatMap(source -> source.end(organisation).stream())
                .findFirst();
    }

    private ProgressStep review(Filed filed) {
        String label = Messages.of("application.step.review");
        return switch (filed.status()) {
            case PENDING ->
                new ProgressStep(
                        label,
                        false,
                        null,
                        Messages.of("application.step.review.pending", workingDays.dueWords(filed.due())));
            case RETURNED ->
                new ProgressStep(label, false, null, Messages.of("application.step.review.returned", filed.reviseBy()));
            case APPROVED -> new ProgressStep(label, true, filed.changed(), "");
            default ->
                new ProgressStep(label, false, filed.changed(), filed.status().label());
        };
    }

    /** The first step that is not done is the current one. */
    private static ProgressLine shown(List<ProgressStep> steps, boolean ended, DistrictCentre centre) {
        List<Step> shown = new ArrayList<>();
        ProgressStep current = null;
        for (ProgressStep step : steps) {
            State state = State.NEXT;
            if (step.done()) {
                state = State.DONE;
            } else if (current == null) {
                state = ended ? State.STOPPED : State.CURRENT;
                current = step;
            }
            boolean noted = state == State.DONE || state == State.STOPPED;
            shown.add(new Step(
                    step.label(), state, step.day() == null ? "" : step.day().toString(), noted ? step.text() : ""));
        }
        return new ProgressLine(List.copyOf(shown), current == null || ended ? null : current.text(), centre);
    }

    private Filed filed(ResultSet row) throws SQLException {
        Instant changed = row.getTimestamp("changed_at").toInstant();
        return new Filed(
                new ApplicationNumber(row.getString("number")),
                definitions.of(row.getString("kind")).kind(),
                ReviewStatus.valueOf(row.getString("status")),
                new DistrictId(row.getObject("district_id", UUID.class)),
                dayOf(row.getTimestamp("first_submitted_at").toInstant()),
                row.getObject("due_on", LocalDate.class),
                dayOf(changed),
                row.getObject("revise_by", LocalDate.class));
    }

    private LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
