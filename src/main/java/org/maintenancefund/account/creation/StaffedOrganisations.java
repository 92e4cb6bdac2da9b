package org.maintenancefund.account.creation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Role;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.organisation.OrganisationView;
import org.maintenancefund.organisation.Organisations;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Organisations of a district that get user names here, with how many of their people have an account in use: by name, and
 * those that still want people, having none at all or fewer than the norm of two.
 */
@Component
@Order(20)
@Transactional(readOnly = true)
public class StaffedOrganisations implements TodoSource {

    /** People an organisation should have, so that one who is away does not stop everything. */
    public static final int NORM = 2;

    /** Found at once; who sees as many types more of the name. */
    static final int MOST = 20;

    /** Parts of the sort key of those that want people: how many people, name, identifier. */
    static final int KEY_PARTS = 3;

    // Some thousands in a district: reading their names through is quicker than an index of characters.
    private static final String OPEN = " FROM (SELECT o.id, o.name, o.name_key, coalesce(p.people, 0) AS people"
            + " FROM organisation o LEFT JOIN organisation c ON c.id = o.parent_id LEFT JOIN (SELECT org_id,"
            + " count(*) AS people FROM operator WHERE state <> 'DISABLED' GROUP BY org_id) p ON p.org_id = o.id"
            + " WHERE o.district_id = :district AND o.type <> 'DISTRICT_CENTRE' AND NOT o.shared_accounts"
            + " AND o.state = 'ACTIVE' AND c.state IS DISTINCT FROM 'DISABLED') w WHERE ";

    private static final String WANTING = OPEN + "w.people < " + NORM;

    private final Organisations organisations;
    private final JdbcClient jdbc;

    StaffedOrganisations(Organisations organisations, JdbcClient jdbc) {
        this.organisations = organisations;
        this.jdbc = jdbc;
    }

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

    private record Row(UUID id, String nameKey, int people) {

        String cursor() {
            return Cursor.write(people, nameKey, id);
        }
    }

    /** Those whose name has this in it, the shortest names first: one more than {@link #MOST} where there are more. */
    List<Staffed> find(DistrictId district, String text) {
        String key = Organisations.nameKey(text);
        return key.isEmpty()
                ? List.of()
                : staffed(rows(
                        OPEN + "strpos(w.name_key, :key) > 0 ORDER BY length(w.name_key), w.name_key, w.id LIMIT "
                                + (MOST + 1),
                        Map.of("district", district.value(), "key", key)));
    }

    Figures figures(DistrictId district) {
        return jdbc.sql("SELECT count(*) FILTER (WHERE w.people = 0), count(*) FILTER (WHERE w.people > 0),"
                        + " coalesce(min(w.name) FILTER (WHERE w.people = 0), '')" + WANTING)
                .param("district", district.value())
                .query((row, i) -> new Figures(row.getLong(1), row.getLong(2), row.getString(3)))
                .single();
    }

    /** Those that want people; without anybody first, by name. */
    Slice<Staffed> page(DistrictId district, Cursor cursor) {
        Map<String, Object> params = new HashMap<>(Map.of("district", district.value()));
        String behind = "";
        if (!cursor.atStart()) {
            behind = " AND (w.people, w.name_key, w.id) " + (cursor.backwards() ? "<" : ">") + " (:people, :name, :id)";
            params.put("people", cursor.keys().get(0).equals("0") ? 0 : 1);
            params.put("name", cursor.keys().get(1));
            params.put("id", Ids.readOrFirst(cursor.keys().get(2)));
        }
        String order = cursor.backwards() ? " DESC" : "";
        String sorted =
                " ORDER BY w.people" + order + ", w.name_key" + order + ", w.id" + order + " LIMIT " + (Slice.SIZE + 1);
        Slice<Row> page = Slice.of(rows(WANTING + behind + sorted, params), cursor, Row::cursor);
        return new Slice<>(staffed(page.items()), page.previous(), page.next());
    }

    private List<Row> rows(String sql, Map<String, Object> params) {
        return jdbc.sql("SELECT w.id, w.name_key, w.people" + sql)
                .params(params)
                .query((row, i) -> new Row(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)))
                .list();
    }

    private List<Staffed> staffed(List<Row> rows) {
        Map<UUID, OrganisationView> views =
                organisations.views(rows.stream().map(Row::id).toList());
        return rows.stream()
                .map(row -> new Staffed(Objects.requireNonNull(views.get(row.id())), row.people()))
                .toList();
    }

    @Override
    public List<Todo> todos(CurrentUser user) {
        List<Todo> todos = new ArrayList<>();
        if (!user.is(Role.DISTRICT_STAFF) || user.district() == null) {
            return todos;
        }
        Figures figures = figures(user.district());
        if (figures.none() > 0) {
            todos.add(new Todo(
                    "还没有创建用户名",
                    figures.first() + (figures.none() > 1 ? "等" : ""),
                    null,
                    figures.none(),
                    "/operators/new"));
        }
        if (figures.few() > 0) {
            todos.add(new Todo("经办人员少于两位", "建议每个单位至少两位经办人员", null, figures.few(), "/operators/new"));
        }
        return todos;
    }
}
