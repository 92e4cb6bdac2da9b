package org.maintenancefund.committee.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.organisation.ProgressSource;
import org.maintenancefund.organisation.ProgressStep;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 办理进程 of a committee that was dissolved stops there. */
@Component
@Order(30)
@RequiredArgsConstructor
class DissolvedCommittees implements ProgressSource {

    private final CommitteeRecords records;
    private final Clock clock;

    @Override
    public List<ProgressStep> steps(OrgType type, @Nullable OrgRef organisation) {
        return List.of();
    }

    @Override
    public Optional<ProgressStep> end(OrgRef organisation) {
        return organisation.type() != OrgType.COMMITTEE
                ? Optional.empty()
                : records.find(new CommitteeId(organisation.id()))
                        .flatMap(committee -> Optional.ofNullable(committee.dissolution()))
                        .map(dissolution -> new ProgressStep(
                                Messages.of("committee.step.dissolved"),
                                false,
                                LocalDate.ofInstant(dissolution.at(), clock.getZone()),
                                CommitteeStatus.DISSOLVED.label()));
    }
}
