package org.maintenancefund.area;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.web.ListFilter;
import org.springframework.stereotype.Component;

/**
 * The filter {@code area} of a list: one area, as figures lead to its rows, among those that the person sees anyhow. It is looked up by the
 * identifier, since nobody chooses among all of them there.
 */
@Component
@RequiredArgsConstructor
public class AreaFilter {

    private static final String NAME = "area";

    private final PropertyAreas areas;

    /** The one that the address names; where there is none such, the filter can't be read and the list shows no rows. */
    public Optional<AreaId> read(ListFilter filter, Map<String, List<String>> address) {
        List<AreaView> named = Ids.read(String.join(",", address.getOrDefault(NAME, List.of())))
                .map(id -> List.copyOf(areas.byId(List.of(new AreaId(id))).values()))
                .orElse(List.of());
        return filter.one(NAME, named, AreaView::id, AreaView::name).map(AreaView::id);
    }
}
