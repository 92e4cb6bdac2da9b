package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.application.Applications;
import org.maintenancefund.association.domain.AreaManagement.Managed;
import org.maintenancefund.association.domain.AreaManagement.Managers;
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

    private final AreaManagement areas;
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
        Optional<Managers> managers = areas.of(committee.id());
        return managers.stream()
                .flatMap(found -> found.managed().stream())
                .filter(managed -> managed.association().committee().ref().equals(committee))
                .findFirst()
                .map(this::approved)
                .orElseGet(() -> open(todo(committee, managers)));
    }

    private List<ProgressStep> approved(Managed association) {
        return List.of(
                new ProgressStep(label("association"), true, association.approved(), ""),
                effect(association.effective()));
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

    /** Where nothing about the area is under way, nothing of the committee's is. */
    private String todo(OrgRef committee, Optional<Managers> managers) {
        return managers.filter(Managers::applied).stream()
                .flatMap(applied -> applications.underway(committee).stream())
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
