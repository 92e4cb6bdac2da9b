package org.maintenancefund.account.creation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.OrganisationDirectory;
import org.maintenancefund.account.OrganisationInfo;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Organisations of a district that still want people with user names: none at all, or fewer than the norm of two. */
@Component
@Order(20)
@Transactional(readOnly = true)
class UnstaffedOrganisations implements TodoSource {

    /** Parts of the sort key: how many people, name, identifier. */
    static final int KEY_PARTS = 3;

    private static final String WANTING = " FROM (SELECT c.org_type, c.org_id, c.name, c.name_key,"
            + " coalesce(p.people, 0) AS people FROM organisation_card c LEFT JOIN organisation_people p"
            + " ON p.org_type = c.org_type AND p.org_id = c.org_id WHERE c.district_id = :district"
            + " AND c.org_type <> 'DISTRICT_CENTRE' AND c.closed IS NULL AND NOT EXISTS ("
            + "SELECT FROM suspended_organisation s WHERE s.org_type = c.org_type AND s.org_id = c.org_id)) w"
            + " WHERE w.people < " + OrganisationCards.NORM;

    private final List<OrganisationDirectory> directories;
    private final JdbcClient jdbc;

    UnstaffedOrganisations(List<OrganisationDirectory> directories, JdbcClient jdbc) {
        this.directories = directories;
        this.jdbc = jdbc;
    }

    /** An organisation and how many people it has. */
    record Wanting(OrganisationInfo organisation, int people) {}

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

    private record Row(OrgRef ref, String nameKey, int people) {

        String cursor() {
            return Cursor.write(people, nameKey, ref.id());
        }
    }

    Figures figures(DistrictId district) {
        return jdbc.sql("SELECT count(*) FILTER (WHERE w.people = 0), count(*) FILTER (WHERE w.people > 0),"
                        + " coalesce(min(w.name) FILTER (WHERE w.people = 0), '')" + WANTING)
                .param("district", district.value())
                .query((row, i) -> new Figures(row.getLong(1), row.getLong(2), row.getString(3)))
                .single();
    }

    /** Those without anybody first, by name. */
    Slice<Wanting> page(DistrictId district, Cursor cursor) {
        Map<String, Object> params = new HashMap<>(Map.of("district", district.value()));
        String behind = "";
        if (!cursor.atStart()) {
            behind = " AND (w.people, w.name_key, w.org_id) " + (cursor.backwards() ? "<" : ">")
                    + " (:people, :name, :id)";
            params.put("people", cursor.keys().get(0).equals("0") ? 0 : 1);
            params.put("name", cursor.keys().get(1));
            params.put("id", Ids.readOrFirst(cursor.keys().get(2)));
        }
        String order = cursor.backwards() ? " DESC" : "";
        List<Row> rows = jdbc.sql(
                        "SELECT w.org_type, w.org_id, w.name_key, w.people" + WANTING + behind + " ORDER BY w.people"
                                + order + ", w.name_key" + order + ", w.org_id" + order + " LIMIT " + (Slice.SIZE + 1))
                .params(params)
                .query((row, i) -> new Row(
                        new OrgRef(OrgType.valueOf(row.getString(1)), row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getInt(4)))
                .list();
        Slice<Row> page = Slice.of(rows, cursor, Row::cursor);
        Map<OrgRef, OrganisationInfo> infos = infos(page.items());
        return new Slice<>(
                page.items().stream()
                        .map(row -> new Wanting(Objects.requireNonNull(infos.get(row.ref())), row.people()))
                        .toList(),
                page.previous(),
                page.next());
    }

    private Map<OrgRef, OrganisationInfo> infos(List<Row> rows) {
        Map<OrgType, List<UUID>> ids = rows.stream()
                .map(Row::ref)
                .collect(Collectors.groupingBy(OrgRef::type, Collectors.mapping(OrgRef::id, Collectors.toList())));
        return directories.stream()
                .filter(directory -> ids.containsKey(directory.type()))
                .flatMap(directory -> directory.all(Objects.requireNonNull(ids.get(directory.type()))).stream())
                .collect(Collectors.toMap(OrganisationInfo::ref, info -> info));
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
