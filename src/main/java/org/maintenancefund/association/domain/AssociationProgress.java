package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.application.Applications;
import org.maintenancefund.association.domain.AreaRights.Right;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.organisation.ProgressSource;
import org.maintenancefund.organisation.ProgressStep;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 关联 and 生效 of a committee: that which runs, or else the next to begin. */
@Component
@Order(20)
@RequiredArgsConstructor
class AssociationProgress implements ProgressSource {

    private static final String KIND = "ASSOCIATION";

    private final Committees committees;
    private final AreaRights rights;
    private final Applications applications;
    private final Clock clock;

    @Override
    public List<ProgressStep> steps(OrgType type, @Nullable OrgRef organisation) {
        if (type != OrgType.COMMITTEE) {
            return List.of();
        }
        return organisation == null ? open(Messages.of("association.step.association.todo")) : of(organisation);
    }

    /** Its own: what an earlier committee applied for is not what this one registered for. */
    private List<ProgressStep> of(OrgRef committee) {
        return committees
                .find(new CommitteeId(committee.id()))
                .filter(found -> found.status() != CommitteeStatus.DISSOLVED)
                .flatMap(found -> rights.current(found.area()).stream()
                        .filter(right -> right.association().committee().equals(found.id()))
                        .findFirst())
                .map(this::approved)
                .orElseGet(() -> open(todo(committee)));
    }

    private List<ProgressStep> approved(Right right) {
        return List.of(
                new ProgressStep(
                        label("association"), true, LocalDate.ofInstant(right.approvedAt(), clock.getZone()), ""),
                effect(DateRange.of(right.from(), right.to())));
    }

    private static List<ProgressStep> open(String todo) {
        return List.of(
                new ProgressStep(label("association"), false, null, todo),
                new ProgressStep(label("effect"), false, null, Messages.of("association.step.effect.todo")));
    }

    private ProgressStep effect(DateRange effective) {
        boolean runs = !effective.start().isAfter(LocalDate.now(clock));
        return new ProgressStep(
                label("effect"),
                runs,
                effective.start(),
                runs
                        ? Messages.of("association.step.effect.done", effective.end())
                        : Messages.of("association.step.effect.coming", effective.start()));
    }

    private String todo(OrgRef committee) {
        return applications.underway(committee).stream()
                .filter(underway -> underway.kind().code().equals(KIND))
                .findFirst()
                .map(underway -> Messages.of(
                        underway.isReturned()
                                ? "association.step.association.returned"
                                : "association.step.association.pending",
                        underway.number(),
                        underway.untilWords()))
                .orElseGet(() -> Messages.of("association.step.association.todo"));
    }

    private static String label(String step) {
        return Messages.of("association.step." + step);
    }
}
