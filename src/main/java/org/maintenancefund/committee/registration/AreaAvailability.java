package org.maintenancefund.committee.registration;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationSubjects;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.domain.CommitteeRepository;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the applicant at the first step which areas can't be chosen and why, without a word about who was first. */
@Component
@Transactional(readOnly = true)
class AreaAvailability {

    private final CommitteeRepository committees;
    private final ApplicationSubjects subjects;

    AreaAvailability(CommitteeRepository committees, ApplicationSubjects subjects) {
        this.committees = committees;
        this.subjects = subjects;
    }

    /** Of the given areas those that can't be chosen, with the reason. The application that is revised itself is no obstacle. */
    Map<AreaId, Reason> blocked(Collection<AreaId> areas, @Nullable ApplicationNumber revised) {
        Map<AreaId, Reason> blocked = new HashMap<>();
        if (areas.isEmpty()) {
            return blocked;
        }
        subjects.pending(
                        CommitteeRegistrationDefinition.KIND,
                        areas.stream().map(AreaId::value).collect(Collectors.toSet()),
                        revised)
                .forEach(subject -> blocked.put(new AreaId(subject), Reason.of("committee.area.pending")));
        committees
                .findAllInOffice(Set.copyOf(areas))
                .forEach(committee -> blocked.put(committee.area(), Reason.of("committee.area.taken")));
        return blocked;
    }

    /** The same as sentences for the page. */
    Map<AreaId, String> sentences(Collection<AreaId> areas, @Nullable ApplicationNumber revised) {
        return blocked(areas, revised).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Messages.of(entry.getValue())));
    }
}
