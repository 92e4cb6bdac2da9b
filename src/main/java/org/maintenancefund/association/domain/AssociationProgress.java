package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.domain.AreaRights.Right;
import org.maintenancefund.city.WorkingDays;
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

    private final Committees committees;
    private final AreaRights rights;
    private final WorkingDays workingDays;
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
                .map(found -> rights.current(found.area()).stream()
                        .filter(right -> right.association().committee().equals(found.id()))
                        .findFirst()
                        .map(this::approved)
                        .orElseGet(() -> open(todo(found.area()))))
                .orElseGet(() -> open(Messages.of("association.step.association.todo")));
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

    /** What is applied for about the area is the committee's: with an earlier one ended what that had applied for. */
    private String todo(AreaId area) {
        return rights.of(area).applied().stream()
                .findFirst()
                .map(applied -> applied.status() == ReviewStatus.RETURNED
                        ? Messages.of("association.step.association.returned", applied.number(), applied.until())
                        : Messages.of(
                                "association.step.association.pending",
                                applied.number(),
                                workingDays.dueWords(applied.until())))
                .orElseGet(() -> Messages.of("association.step.association.todo"));
    }

    private static String label(String step) {
        return Messages.of("association.step." + step);
    }
}
