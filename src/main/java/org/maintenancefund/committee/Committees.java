package org.maintenancefund.committee;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.domain.Committee;
import org.maintenancefund.committee.domain.CommitteeRepository;
import org.maintenancefund.kernel.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may know of committees. */
@Service
@Transactional(readOnly = true)
public class Committees {

    private final CommitteeRepository committees;

    Committees(CommitteeRepository committees) {
        this.committees = committees;
    }

    public Optional<CommitteeView> find(CommitteeId id) {
        return committees.findById(id).map(Committee::view);
    }

    /** The committee; {@link NotFound} where there is none. */
    public CommitteeView get(CommitteeId id) {
        return find(id).orElseThrow(() -> new NotFound("committee " + id));
    }

    public Map<CommitteeId, CommitteeView> views(Collection<CommitteeId> ids) {
        return committees.findAllById(ids).stream()
                .map(Committee::view)
                .collect(Collectors.toMap(CommitteeView::id, Function.identity()));
    }

    /** The committee in office of an area, a preparatory group and one whose term has ended included. */
    public Optional<CommitteeView> inOfficeFor(AreaId area) {
        return committees.findInOffice(area).map(Committee::view);
    }

    /** The same for several areas at once. */
    public Map<AreaId, CommitteeView> inOfficeFor(Collection<AreaId> areas) {
        return areas.isEmpty()
                ? Map.of()
                : committees.findAllInOffice(areas).stream()
                        .map(Committee::view)
                        .collect(Collectors.toMap(CommitteeView::area, Function.identity()));
    }
}
