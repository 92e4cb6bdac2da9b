package org.maintenancefund.association.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Applications.Underway;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.organisation.ProgressSource;
import org.maintenancefund.organisation.ProgressStep;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 关联 and 生效 of a committee: that which runs, or else the next to begin. */
@Component
@Order(20)
@RequiredArgsConstructor
class AssociationProgress implements ProgressSource {

    private static final String KIND = "ASSOCIATION";

    private final JdbcClient jdbc;
    private final Applications applications;
    private final Clock clock;

    private record Found(LocalDate approved, DateRange effective) {}

    @Override
    public List<ProgressStep> steps(OrgType type, @Nullable OrgRef organisation) {
        if (type != OrgType.COMMITTEE) {
            return List.of();
        }
        Optional<Found> found = organisation == null ? Optional.empty() : find(organisation);
        return List.of(
                found.map(association -> new ProgressStep(label("association"), true, association.approved(), ""))
                        .orElseGet(() -> new ProgressStep(label("association"), false, null, todo(organisation))),
                found.map(association -> effect(association.effective()))
                        .orElseGet(() -> new ProgressStep(
                                label("effect"), false, null, Messages.of("association.step.effect.todo"))));
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

    private String todo(@Nullable OrgRef organisation) {
        return (organisation == null ? List.<Underway>of() : applications.underway(organisation))
                .stream()
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

    private Optional<Found> find(OrgRef committee) {
        return jdbc.sql("SELECT approved_at, effective_from, effective_to FROM association"
                        + " WHERE committee_id = :committee AND effective_to >= :today AND effective_to >= effective_from"
                        + " ORDER BY effective_from LIMIT 1")
                .param("committee", committee.id())
                .param("today", LocalDate.now(clock))
                .query((row, i) -> found(row))
                .optional();
    }

    private Found found(ResultSet row) throws SQLException {
        return new Found(
                LocalDate.ofInstant(row.getTimestamp("approved_at").toInstant(), clock.getZone()),
                new DateRange(
                        row.getObject("effective_from", LocalDate.class),
                        row.getObject("effective_to", LocalDate.class)));
    }
}
