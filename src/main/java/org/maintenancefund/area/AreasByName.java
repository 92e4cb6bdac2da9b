package org.maintenancefund.area;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.search.NameWriting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Active areas by name, to choose one of; who lists them says which a person sees, and what there is to tell of each. */
@Component
@RequiredArgsConstructor
public class AreasByName {

    private static final Keyset<AreaId> AREAS = new Keyset<>(
            "a.id",
            "FROM named_area a",
            List.of(new Keyset.Key("a.sort_key", String.class), new Keyset.Key("a.id", UUID.class)),
            false,
            (row, i) -> new AreaId(row.getObject(1, UUID.class)));

    private final PropertyAreas areas;
    private final JdbcClient jdbc;

    /** Those of some areas only. */
    public static Conditions among(Collection<AreaId> ids) {
        return new Conditions()
                .and("a.id = ANY (:ids)", "ids", ids.stream().map(AreaId::value).toArray(UUID[]::new));
    }

    /**
     * Those that are called so.
     *
     * @param where of {@code a}, the area
     * @param text  any part of the area's name, former name, address or number
     */
    public static Conditions called(Conditions where, String text) {
        String key = NameWriting.of(text);
        return key.isEmpty() ? where : where.and("strpos(a.search_key, :text) > 0", "text", key);
    }

    /** All of them, as {@link #called}. */
    public Listing<AreaView> list(Conditions where, String text) {
        return AREAS.where(jdbc, called(where.and("a.state = 'ACTIVE'"), text)).map(areas::inOrder);
    }
}
