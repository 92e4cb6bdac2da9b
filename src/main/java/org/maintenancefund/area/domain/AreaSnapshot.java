package org.maintenancefund.area.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.FloorAreas;
import org.maintenancefund.area.FundAccount;

/** What a merge changes of the kept area, as it was before. Kept as JSON: a field may be added, never renamed. */
record AreaSnapshot(
        String name,
        List<String> aliases,
        List<String> parcelNumbers,
        FloorAreas floorAreas,
        int buildings,
        int households,
        @Nullable Integer yearBuilt,
        @Nullable FundAccount fundAccount) {}
