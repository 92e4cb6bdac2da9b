package org.maintenancefund.area.domain;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.city.StreetId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Areas that could be taken for one another: siblings and near names. */
@Component
@RequiredArgsConstructor
public class AreaRelatives {

    /** A community split into more parts than this is a fault of the data; the reviewer sees enough of it. */
    public static final int MOST_SIBLINGS = 50;

    /** How many near names are shown. */
    public static final int MOST_NEAR_NAMES = 10;

    /** Rows looked at for them: more than any district has under one key, so that none is missed. */
    private static final int MOST_CANDIDATES = 2_000;

    static final String SIBLINGS = AreaRows.SELECT + """
            FROM area a
            WHERE a.sibling_bases && CAST(:bases AS text[]) AND a.street_id = :street
                AND a.id IS DISTINCT FROM CAST(:self AS uuid) AND a.state = 'ACTIVE'
            ORDER BY a.name_key, a.id
            LIMIT :limit
            """;

    static final String NEAR_NAMES = AreaRows.SELECT + """
            FROM area a
            WHERE a.near_keys && CAST(:keys AS text[]) AND a.district_id = :district
                AND a.id IS DISTINCT FROM CAST(:self AS uuid) AND a.state = 'ACTIVE'
                AND NOT (a.street_id = :street AND a.sibling_bases && CAST(:bases AS text[]))
            ORDER BY a.street_id <> :street, a.name_key, a.id
            LIMIT :limit
            """;

    private final JdbcClient jdbc;
    private final AreaRows rows;

    /**
     * Active areas of the same street that share a base with the area, by a current or a former name; one more than
     * {@link #MOST_SIBLINGS} where there are more.
     */
    public List<AreaView> siblings(AreaView area) {
        return siblings(AreaKeys.basesOf(area.name(), area.aliases()), area.street(), area.id());
    }

    /** What {@link #siblings} an area of that name would have, were it in the list; one of the same name included. */
    public List<AreaView> siblingsOf(String name, StreetId street) {
        return siblings(SiblingNames.basesOf(name), street, null);
    }

    private List<AreaView> siblings(List<String> bases, StreetId street, @Nullable AreaId self) {
        return asked(SIBLINGS, bases, street, self)
                .param("limit", MOST_SIBLINGS + 1)
                .query(rows)
                .list();
    }

    /**
     * Active areas of the same district whose name is easily taken for the area's, siblings left out: the same street
     * first, then in name order; one more than {@link #MOST_NEAR_NAMES} where there are more.
     */
    public List<AreaView> nearNames(AreaView area) {
        List<String> bases = AreaKeys.basesOf(area.name(), area.aliases());
        return nearNames(area.name(), area.district(), asked(NEAR_NAMES, bases, area.street(), area.id()));
    }

    /** What {@link #nearNames} an area of that name would have, were it in the list. */
    public List<AreaView> nearNamesOf(String name, DistrictId district, StreetId street) {
        return nearNames(name, district, asked(NEAR_NAMES, SiblingNames.basesOf(name), street, null));
    }

    private List<AreaView> nearNames(String name, DistrictId district, JdbcClient.StatementSpec candidates) {
        return candidates
                .param("keys", NearNames.keysOf(name).toArray(String[]::new))
                .param("district", district.value())
                .param("limit", MOST_CANDIDATES)
                .query(rows)
                .list()
                .stream()
                .filter(candidate -> NearNames.areNear(candidate.name(), name))
                .limit(MOST_NEAR_NAMES + 1)
                .toList();
    }

    private JdbcClient.StatementSpec asked(String sql, List<String> bases, StreetId street, @Nullable AreaId self) {
        return jdbc.sql(sql)
                .param("bases", bases.toArray(String[]::new))
                .param("street", street.value())
                .param("self", self == null ? null : self.value());
    }
}
