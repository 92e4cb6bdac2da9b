package org.maintenancefund.area.application;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaEvent;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.Messages;

/**
 * What one round of 社区信息完善 says. Kept as JSON with the application: a field may be added, never renamed.
 *
 * @param areaId        the area it is about; null for one that is not in the system
 * @param before        what was on record when it was submitted; null for a new area
 * @param after         what it is to be
 * @param contactName   who applied
 * @param contactMobile where to phone
 * @param organisation  for whom
 */
record AreaDetails(
        @Nullable UUID areaId,
        @Nullable AreaInfo before,
        AreaInfo after,
        String contactName,
        String contactMobile,
        String organisation) {

    static final String NEW = Messages.of("area.application.new");
    static final String CHANGE = AreaEvent.CHANGED.label();

    /** The area it changes; empty where it makes a new one. */
    Optional<AreaId> area() {
        return Optional.ofNullable(areaId).map(AreaId::new);
    }
}
