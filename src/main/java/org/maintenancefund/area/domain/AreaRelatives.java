package org.maintenancefund.area.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.SimilarAreas;
import org.maintenancefund.area.domain.NearNames.Nearness;
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

    /** An area with the base of its name, which is the first of its keys. */
    private static final String ROW = "SELECT " + AreaRows.COLUMNS + ", a.near_keys[1] AS base ";

    /** Who has a key in common is found first, by the index: its planner takes any key for a frequent one. */
    static final String SIBLINGS = ROW + """
            FROM (SELECT * FROM area
                WHERE placed_keys(street_id, street_id, sibling_bases) && placed_keys(:street, :street, CAST(:bases AS text[]))
                OFFSET 0) a
            WHERE a.id IS DISTINCT FROM CAST(:self AS uuid) AND a.state = 'ACTIVE'
            ORDER BY a.sort_key, a.id
            LIMIT :limit
            """;

    static final String NEAR_NAMES = ROW + """
            FROM (SELECT * FROM area
                WHERE placed_keys(district_id, street_id, near_keys) && placed_keys(:district, :street, CAST(:keys AS text[]))
                OFFSET 0) a
            WHERE a.id IS DISTINCT FROM CAST(:self AS uuid) AND a.state = 'ACTIVE'
                AND NOT (a.street_id = :street AND a.sibling_bases && CAST(:bases AS text[]))
            ORDER BY a.street_id <> :street, a.sort_key, a.id
            LIMIT :candidates
            """;

    private static final String BOTH = "SELECT true AS sibling, s.* FROM (" + SIBLINGS
            + ") s UNION ALL SELECT false, n.* FROM (" + NEAR_NAMES + ") n";

    private final JdbcClient jdbc;
    private final AreaRows rows;

    /** An area found by a key: a sibling, or one whose name may be near. */
    private record Candidate(AreaView area, String base, boolean sibling) {}

    private record Near(AreaView area, boolean elsewhere, Nearness nearness) {}

    /**
     * Active areas of the same street that share a base with the area, by a current or a former name; one more than
     * {@link #MOST_SIBLINGS} where there are more.
     */
    public List<AreaView> siblings(AreaView area) {
        return siblings(area, AreaKeys.basesOf(area.name(), area.aliases()));
    }

    private List<AreaView> siblings(AreaView area, List<String> bases) {
        return asked(SIBLINGS, bases, area.street(), area.id())
                .param("limit", MOST_SIBLINGS + 1)
                .query(rows)
                .list();
    }

    /** Siblings and those of the same series, without near names. */
    SimilarAreas siblingsAndSeries(AreaView area) {
        return parted(
                siblings(area, AreaKeys.basesAndSeriesOf(area.name(), area.aliases())),
                AreaKeys.basesOf(area.name(), area.aliases()),
                List.of());
    }

    /** Siblings, those of the same series and near names by one statement. */
    public SimilarAreas of(AreaView area) {
        return of(area.name(), area.aliases(), area.district(), area.street(), area.id());
    }

    /** What relatives an area of that name would have, were it in the list; a sibling of the same name included. */
    public SimilarAreas ofName(String name, DistrictId district, StreetId street) {
        return of(name, List.of(), district, street, null);
    }

    private SimilarAreas of(
            String name, Collection<String> aliases, DistrictId district, StreetId street, @Nullable AreaId self) {
        List<Candidate> found = asked(BOTH, AreaKeys.basesAndSeriesOf(name, aliases), street, self)
                .param("limit", MOST_SIBLINGS + 1)
                .param("keys", NearNames.keysOf(name).toArray(String[]::new))
                .param("district", district.value())
                .param("candidates", MOST_CANDIDATES)
                .query((row, i) -> new Candidate(rows.mapRow(row, i), row.getString("base"), row.getBoolean("sibling")))
                .list();
        NearNames names = NearNames.of(name);
        return parted(
                found.stream().filter(Candidate::sibling).map(Candidate::area).toList(),
                AreaKeys.basesOf(name, aliases),
                found.stream()
                        .filter(candidate -> !candidate.sibling())
                        .flatMap(candidate -> near(candidate, names, street))
                        .sorted(Comparator.comparing(Near::elsewhere).thenComparing(Near::nearness))
                        .map(Near::area)
                        .toList());
    }

    private static SimilarAreas parted(List<AreaView> related, List<String> bases, List<AreaView> near) {
        Predicate<AreaView> sharesBase = other ->
                AreaKeys.basesOf(other.name(), other.aliases()).stream().anyMatch(bases::contains);
        return new SimilarAreas(
                related.stream().filter(sharesBase).toList(),
                related.stream().filter(sharesBase.negate()).toList(),
                near);
    }

    private static Stream<Near> near(Candidate candidate, NearNames names, StreetId street) {
        boolean elsewhere = !candidate.area().street().equals(street);
        return names
                .toBase(candidate.base())
                .filter(nearness -> nearness != Nearness.SAME_STEM || !elsewhere)
                .map(nearness -> new Near(candidate.area(), elsewhere, nearness))
                .stream();
    }

    private JdbcClient.StatementSpec asked(String sql, List<String> bases, StreetId street, @Nullable AreaId self) {
        return jdbc.sql(sql)
                .param("bases", bases.toArray(String[]::new))
                .param("street", street.value())
                .param("self", self == null ? null : self.value());
    }
}
