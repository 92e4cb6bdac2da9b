package org.maintenancefund.association.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The areas an enterprise or an office manages, in name order. */
@Repository
@Transactional(readOnly = true)
public class ManagedAreas {

    /** How many parts the sort key of the list has. */
    public static final int KEY_PARTS = 2;

    /** Where a page begins, from the address parameters {@code after} and {@code before}. */
    public static Cursor cursor(@Nullable String after, @Nullable String before) {
        return Cursor.read(after, before, KEY_PARTS).checked(key -> key.id(1));
    }

    private final JdbcClient jdbc;
    private final AssociationReader reader;
    private final AssociationRepository associations;
    private final AssociationNames names;
    private final PropertyAreas areas;
    private final Committees committees;

    ManagedAreas(
            JdbcClient jdbc,
            AssociationReader reader,
            AssociationRepository associations,
            AssociationNames names,
            PropertyAreas areas,
            Committees committees) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.associations = associations;
        this.names = names;
        this.areas = areas;
        this.committees = committees;
    }

    /**
     * What is looked for.
     *
     * @param organisation an enterprise (its own and its offices' areas) or an office
     * @param day          the day on which the right counts
     * @param text         any part of the area's name, former name, address or number
     */
    public record Search(OrgRef organisation, LocalDate day, String text, Cursor cursor) {}

    public Slice<ManagedArea> page(Search search) {
        return rows(search, Slice.SIZE);
    }

    /** A batch of an export: the same rows in the same order. */
    public Slice<ManagedArea> batch(Search search) {
        return rows(search, Batches.SIZE);
    }

    private Slice<ManagedArea> rows(Search search, int size) {
        record Key(UUID association, String nameKey) {}
        Map<String, Object> params = new HashMap<>();
        StringBuilder sql = new StringBuilder("SELECT s.id, a.name_key ").append(from(search, params));
        Cursor cursor = search.cursor();
        if (!cursor.atStart()) {
            sql.append(" AND (a.name_key, s.id) ")
                    .append(cursor.backwards() ? "<" : ">")
                    .append(" (:key, :id)");
            params.put("key", cursor.keys().get(0));
            params.put("id", cursor.id(1));
        }
        sql.append(cursor.backwards() ? " ORDER BY a.name_key DESC, s.id DESC" : " ORDER BY a.name_key, s.id");
        sql.append(" LIMIT ").append(size + 1);
        List<Key> keys = jdbc.sql(sql.toString())
                .params(params)
                .query((row, i) -> new Key(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        Slice<Key> page = Slice.of(keys, cursor, key -> Cursor.write(key.nameKey(), key.association()), size);
        return new Slice<>(
                load(page.items().stream()
                        .map(key -> new AssociationId(key.association()))
                        .toList()),
                page.previous(),
                page.next());
    }

    public CappedCount count(Search search) {
        Map<String, Object> params = new HashMap<>();
        String sql = "SELECT count(*) FROM (SELECT 1 " + from(search, params) + " LIMIT " + (CappedCount.LIMIT + 1)
                + ") AS found";
        return CappedCount.ofCountedUpToOneMore(
                jdbc.sql(sql).params(params).query(Long.class).single());
    }

    /** An area for the people who manage it on that day; for everybody else there is none. */
    public ManagedArea get(AreaId area, OrgRef organisation, LocalDate day) {
        Optional<Association> found =
                reader.manages(organisation, area, day) ? associations.findEffective(area, day) : Optional.empty();
        return found.map(Association::view)
                .map(association -> load(List.of(association.id())).get(0))
                .orElseThrow(() -> new NotFound("area " + area + " of " + organisation));
    }

    /** The list is in the order of the areas' names, so it is read together with their table. */
    private static String from(Search search, Map<String, Object> params) {
        params.put("organisation", search.organisation().id());
        params.put("day", search.day());
        String sql = "FROM association s JOIN named_area a ON a.id = s.area_id WHERE s."
                + AssociationReader.column(search.organisation())
                + " = :organisation AND s.effective_from <= :day AND s.effective_to >= :day"
                + AssociationReader.COMPANY_ACTIVE;
        String text = ChineseText.fold(search.text());
        if (text.isEmpty()) {
            return sql;
        }
        params.put("text", text);
        return sql + " AND strpos(a.search_key, :text) > 0";
    }

    private List<ManagedArea> load(List<AssociationId> ids) {
        Map<AssociationId, AssociationView> rights = associations.findAllById(ids).stream()
                .map(Association::view)
                .collect(Collectors.toMap(AssociationView::id, Function.identity()));
        List<AreaId> areaIds =
                rights.values().stream().map(AssociationView::area).toList();
        Map<AreaId, AreaView> views =
                areas.views(areaIds).stream().collect(Collectors.toMap(AreaView::id, Function.identity()));
        Map<AreaId, CommitteeView> inOffice = committees.inOfficeFor(areaIds);
        Map<AssociationId, String> managers = names.targets(rights.values());
        return ids.stream()
                .map(rights::get)
                .map(right -> new ManagedArea(
                        Objects.requireNonNull(views.get(right.area())),
                        right,
                        Objects.requireNonNull(managers.get(right.id())),
                        inOffice.get(right.area())))
                .toList();
    }
}
