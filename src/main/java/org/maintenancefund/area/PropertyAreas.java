package org.maintenancefund.area;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.SubjectName;
import org.maintenancefund.area.domain.AreaBuildings;
import org.maintenancefund.area.domain.AreaFinder;
import org.maintenancefund.area.domain.AreaRelatives;
import org.maintenancefund.area.domain.AreaRows;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.paging.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What other features may know about property areas. */
@Service
@RequiredArgsConstructor
public class PropertyAreas {

    public static final int SHORTEST_NAME = 2;

    public static final int LONGEST_NAME = 60;

    /** So many siblings are shown; a page that has more says so. */
    public static final int MOST_SIBLINGS = AreaRelatives.MOST_SIBLINGS;

    /** So many near names are shown; a page that has more says how many. */
    public static final int MOST_NEAR_NAMES = AreaRelatives.MOST_NEAR_NAMES;

    /** So many areas with the same number are named, beside the one that is looked at. */
    public static final int MOST_WITH_NUMBER = 10;

    private final JdbcClient jdbc;
    private final AreaRows rows;
    private final AreaFinder finder;
    private final AreaRelatives relatives;
    private final AreaBuildings buildings;

    public Optional<AreaView> find(AreaId id) {
        return list("FROM area a WHERE a.id = :value", id.value()).stream().findFirst();
    }

    /** The area; throws {@link NotFound} where there is none. */
    public AreaView get(AreaId id) {
        return find(id).orElseThrow(() -> new NotFound("area " + id));
    }

    /** The same for staff; another district's area doesn't exist for a district's people. */
    public AreaView get(AreaId id, CurrentUser user) {
        return find(id).filter(area -> user.sees(area.district())).orElseThrow(() -> new NotFound("area " + id));
    }

    /**
     * The area that stands for this one today: itself, or what it went into. Throws {@link NotFound} where there is none.
     */
    public AreaView standing(AreaId id) {
        return jdbc.sql("WITH RECURSIVE way AS (" + AreaRows.WAY + ") " + AreaRows.SELECT
                        + "FROM area a JOIN way ON way.id = a.id WHERE way.merged_into IS NULL")
                .param("id", id.value())
                .query(rows)
                .optional()
                .orElseThrow(() -> new NotFound("area " + id));
    }

    /** The area itself and all that went into it, by whatever way. */
    public List<AreaId> withMerged(AreaId id) {
        return jdbc.sql("WITH RECURSIVE gone AS (SELECT id FROM area WHERE id = :id"
                        + " UNION SELECT a.id FROM area a JOIN gone ON a.merged_into = gone.id) SELECT id FROM gone")
                .param("id", id.value())
                .query((row, i) -> new AreaId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Those of the areas that exist, in no particular order; one query however many. */
    public List<AreaView> views(Collection<AreaId> ids) {
        return ids.isEmpty()
                ? List.of()
                : list(
                        "FROM area a WHERE a.id = ANY (:value)",
                        ids.stream().map(AreaId::value).toArray(UUID[]::new));
    }

    /** The same by their identifiers. */
    public Map<AreaId, AreaView> byId(Collection<AreaId> ids) {
        return views(ids).stream().collect(Collectors.toMap(AreaView::id, Function.identity()));
    }

    /** Those that there are in the order of the identifiers, each once. */
    public List<AreaView> inOrder(Collection<AreaId> ids) {
        Map<AreaId, AreaView> views = byId(ids);
        return ids.stream()
                .distinct()
                .flatMap(id -> Stream.ofNullable(views.get(id)))
                .toList();
    }

    /** What areas are called where they are what applications are about. */
    public Map<UUID, SubjectName> subjectNames(Collection<UUID> ids) {
        Map<UUID, SubjectName> names = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT id, name, district_id, street_id FROM area WHERE id = ANY (:ids)")
                    .param("ids", ids.toArray(UUID[]::new))
                    .query(row -> {
                        names.put(
                                row.getObject("id", UUID.class),
                                new SubjectName(row.getString("name"), rows.streetName(row)));
                    });
        }
        return names;
    }

    /** Areas with these numbers, merged ones too; one query however many. */
    public List<AreaView> withCodes(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : list("FROM area a WHERE a.code = ANY (:value)", codes.toArray(String[]::new));
    }

    /** Active areas with exactly these names, folded. */
    public List<AreaView> activeNamed(Collection<String> nameKeys) {
        return nameKeys.isEmpty()
                ? List.of()
                : list(
                        "FROM area a WHERE a.name_key = ANY (:value) AND a.state = 'ACTIVE'",
                        nameKeys.toArray(String[]::new));
    }

    /** Active areas with exactly this name, in the order of their numbers. */
    public List<AreaView> activeNamed(String name) {
        return activeNamed(List.of(ChineseText.fold(name))).stream()
                .sorted(Comparator.comparing(AreaView::code))
                .toList();
    }

    /** Active areas with one of these parcel numbers; one more than {@link #MOST_WITH_NUMBER} where there are more. */
    public List<AreaView> withParcels(Collection<String> parcels) {
        return parcels.isEmpty()
                ? List.of()
                : list(
                        "FROM area a WHERE a.parcel_numbers && CAST(:value AS text[]) AND a.state = 'ACTIVE'"
                                + " ORDER BY a.id LIMIT " + (MOST_WITH_NUMBER + 1),
                        parcels.toArray(String[]::new));
    }

    /** Active areas with this fund account; one more than {@link #MOST_WITH_NUMBER} where there are more. */
    public List<AreaView> withAccount(String number) {
        return list(
                "FROM area a WHERE a.fund_account_number = :value AND a.state = 'ACTIVE' ORDER BY a.id LIMIT "
                        + (MOST_WITH_NUMBER + 1),
                number);
    }

    /** A page of hits: exact ones first, then names that begin with the text, then the rest; each in name order. */
    public Slice<AreaView> search(AreaSearch search) {
        return finder.list(search).page(search.cursor());
    }

    /** Areas that may be meant where the search has no hits or few, the likeliest first; may have those among them. */
    public List<AreaView> near(AreaSearch search, int most) {
        return finder.list(search).near(most);
    }

    /**
     * Parts of the same community recorded as areas of their own (一期/二期, 南区/北区 …): active ones of the same base name in
     * the same street, in name order; one more than {@link #MOST_SIBLINGS} where there are more.
     */
    public List<AreaView> siblings(AreaView area) {
        return relatives.siblings(area);
    }

    /** Siblings, and areas whose names are easily taken for this one's, by one statement. */
    public SimilarAreas similar(AreaView area) {
        return relatives.of(area);
    }

    /** The area that stands for this one today with its relatives, by one statement; throws {@link NotFound} where there is none. */
    public AreaWithSimilar standingWithSimilar(AreaId id) {
        return relatives.standing(id).orElseThrow(() -> new NotFound("area " + id));
    }

    /** The buildings of an area in the order of their names. */
    public List<Building> buildings(AreaId area) {
        return buildings.of(area);
    }

    private List<AreaView> list(String from, Object value) {
        return jdbc.sql(AreaRows.SELECT + from)
                .param("value", value)
                .query(rows)
                .list();
    }
}
