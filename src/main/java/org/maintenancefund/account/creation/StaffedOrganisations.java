package org.maintenancefund.account.creation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.account.Operators;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.organisation.OrganisationView;
import org.maintenancefund.organisation.Organisations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Organisations of a district that get user names here, with how many of their people have an account in use: by name, and
 * those that still want people, having none at all or fewer than the norm of two.
 */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class StaffedOrganisations {

    /** Found at once; who sees as many types more of the name. */
    static final int MOST = 20;

    // Some thousands in a district: reading their names through is quicker than an index of characters. Companies above
    // an
    // office are looked up one by one, for they are few.
    static final String OPEN = "FROM (SELECT o.id, o.name, o.name_key, o.sort_key, count(p.id)::int AS people"
            + " FROM organisation o"
            + " LEFT JOIN operator p ON p.org_type = o.type AND p.org_id = o.id AND p.state <> 'DISABLED'"
            + " WHERE o.district_id = :district AND o.type <> 'DISTRICT_CENTRE' AND NOT o.shared_accounts"
            + " AND o.state = 'ACTIVE' AND (o.parent_id IS NULL"
            + " OR (SELECT c.state FROM organisation c WHERE c.id = o.parent_id) <> 'DISABLED') GROUP BY o.id) w";

    static final String WANTING = "w.people < " + Operators.NORM;

    /** How many of those that want people have nobody, how many have somebody, and one that has nobody. */
    static final String FIGURES = "count(*) FILTER (WHERE w.people = 0) AS none,"
            + " count(*) FILTER (WHERE w.people > 0) AS few,"
            + " coalesce(min(w.name) FILTER (WHERE w.people = 0), '') AS first";

    private static final Keyset<Row> LIST = new Keyset<>(
            "w.id, w.people",
            OPEN,
            List.of(
                    new Keyset.Key("w.people", Integer.class),
                    new Keyset.Key("w.sort_key", String.class),
                    new Keyset.Key("w.id", UUID.class)),
            false,
            StaffedOrganisations::row);

    private final Organisations organisations;
    private final JdbcClient jdbc;

    /** An organisation and how many of its people have an account in use. */
    record Staffed(OrganisationView organisation, int people) {}

    /**
     * How many organisations want people.
     *
     * @param none  without anybody
     * @param few   with somebody, and fewer than the norm
     * @param first one without anybody, or empty
     */
    record Figures(long none, long few, String first) {

        public long total() {
            return none + few;
        }
    }

    private record Row(UUID id, int people) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getObject(1, UUID.class), row.getInt(2));
    }

    /** Those whose name has this in it, the shortest names first: one more than {@link #MOST} where there are more. */
    List<Staffed> find(DistrictId district, String text) {
        String key = Organisations.nameKey(text);
        return key.isEmpty()
                ? List.of()
                : staffed(jdbc.sql("SELECT w.id, w.people " + OPEN + " WHERE strpos(w.name_key, :key) > 0"
                                + " ORDER BY length(w.name_key), w.sort_key, w.id LIMIT " + (MOST + 1))
                        .param("district", district.value())
                        .param("key", key)
                        .query(StaffedOrganisations::row)
                        .list());
    }

    Figures figures(DistrictId district) {
        return jdbc.sql("SELECT " + FIGURES + " " + OPEN + " WHERE " + WANTING)
                .param("district", district.value())
                .query((row, i) -> new Figures(row.getLong("none"), row.getLong("few"), row.getString("first")))
                .single();
    }

    /** Those that want people; without anybody first, by name. */
    Listing<Staffed> wanting(DistrictId district) {
        Conditions where = new Conditions().bind("district", district.value()).and(WANTING);
        return LIST.where(jdbc, where).map(this::staffed);
    }

    private List<Staffed> staffed(List<Row> rows) {
        Map<UUID, OrganisationView> views =
                organisations.views(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> new Staffed(Objects.requireNonNull(views.get(row.id())), row.people()))
                .toList();
    }
}
