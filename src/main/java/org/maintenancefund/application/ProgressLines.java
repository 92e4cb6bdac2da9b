package org.maintenancefund.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.application.ProgressLine.State;
import org.maintenancefund.application.ProgressLine.Step;
import org.maintenancefund.application.RegisteredOrganisations.Registration;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.organisation.ProgressSource;
import org.maintenancefund.organisation.ProgressStep;
import org.springframework.beans.factory.ObjectProvider;
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

    private final ObjectProvider<RegisteredOrganisations> registers;
    private final ObjectProvider<ProgressSource> sources;
    private final Districts districts;
    private final WorkingDays workingDays;
    private final Clock clock;

    /**
     * The registration, with which the line begins.
     *
     * @param review how it stands with the district
     * @param ended  true where it ended without an approval
     */
    private record Begun(DistrictId district, Instant submittedAt, ProgressStep review, boolean ended) {}

    /** The line that an application stands in; without steps where it registers nobody. */
    public ProgressLine of(ApplicationView application) {
        RegisteredOrganisations register = registers.stream()
                .filter(found -> found.kind().equals(application.kind()))
                .findFirst()
                .orElse(null);
        if (register == null) {
            return new ProgressLine(List.of(), null, districts.get(application.district()));
        }
        OrgRef organisation = application.status() == ReviewStatus.APPROVED
                ? register.organisationOf(application.number()).orElse(null)
                : null;
        return line(begun(application), register.type(), organisation);
    }

    /** The line that an organisation stands in; empty where it comes from no registration. */
    public Optional<ProgressLine> of(OrgRef organisation) {
        return registers.stream()
                .filter(register -> register.type() == organisation.type())
                .findFirst()
                .flatMap(register -> register.registrationOf(organisation))
                .map(registration -> line(begun(registration), organisation.type(), organisation));
    }

    /** The same as long as something is left to do; then nothing more is asked of the registration. */
    public Optional<ProgressLine> open(OrgRef organisation) {
        boolean complete = sources.orderedStream()
                .flatMap(source -> source.steps(organisation.type(), organisation).stream())
                .allMatch(ProgressStep::done);
        return complete ? Optional.empty() : of(organisation);
    }

    private Begun begun(ApplicationView application) {
        ReviewStatus status = application.status();
        return new Begun(
                application.district(),
                application.firstSubmittedAt(),
                review(application),
                status.isFinal() && status != ReviewStatus.APPROVED);
    }

    private Begun begun(Registration registration) {
        return new Begun(
                registration.district(), registration.submittedAt(), approved(registration.approvedAt()), false);
    }

    private ProgressLine line(Begun begun, OrgType type, @Nullable OrgRef organisation) {
        List<ProgressStep> steps = new ArrayList<>();
        steps.add(new ProgressStep(Messages.of("application.step.submitted"), true, dayOf(begun.submittedAt()), ""));
        steps.add(begun.review());
        if (!begun.ended()) {
            sources.orderedStream().forEach(source -> steps.addAll(source.steps(type, organisation)));
        }
        Optional<ProgressStep> end = organisation == null ? Optional.empty() : end(organisation);
        if (end.isPresent()) {
            steps.removeIf(step -> !step.done());
            steps.add(end.get());
        }
        return shown(steps, begun.ended() || end.isPresent(), districts.get(begun.district()));
    }

    /** Not done, so that the line stops there. */
    private Optional<ProgressStep> end(OrgRef organisation) {
        return sources.orderedStream()
                .flatMap(source -> source.end(organisation).stream())
                .findFirst();
    }

    private ProgressStep review(ApplicationView application) {
        return switch (application.status()) {
            case PENDING ->
                review(null, Messages.of("application.step.review.pending", workingDays.dueWords(application.dueOn())));
            case RETURNED -> review(null, Messages.of("application.step.review.returned", application.reviseBy()));
            case APPROVED -> approved(application.changedAt());
            default ->
                review(dayOf(application.changedAt()), application.status().label());
        };
    }

    /** Not approved, or not yet. */
    private static ProgressStep review(@Nullable LocalDate day, String text) {
        return new ProgressStep(Messages.of("application.step.review"), false, day, text);
    }

    private ProgressStep approved(Instant at) {
        return new ProgressStep(Messages.of("application.step.review"), true, dayOf(at), "");
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

    private LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
