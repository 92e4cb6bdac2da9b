package org.maintenancefund.area.domain;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the search keys of areas up to the rules of today, see {@link AreaKeys#VERSION}. */
@Component
@RequiredArgsConstructor
class AreaRekeying {

    private static final int BATCH = 500;

    private final PropertyAreaRepository areas;

    /** Makes the keys of some areas anew; returns how many, 0 when all are of today. Several instances share the work. */
    @Transactional
    public int someMore() {
        List<PropertyArea> old = areas.withKeysBefore(AreaKeys.VERSION, BATCH);
        old.forEach(PropertyArea::rekey);
        return old.size();
    }
}
