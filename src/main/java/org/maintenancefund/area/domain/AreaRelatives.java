package org.maintenancefund.area.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.AreaWithSimilar;
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
    static final String ROW = AreaRows.COLUMNS + ", a.near_keys[1] AS base ";

    /** What relatives are compared with, {@code mine}, where it is typed: the statements below say what they look for by it. */
    static final String TYPED =
            "WITH mine AS (SELECT CAST(:self AS uuid) AS id, CAST(:district AS uuid) AS district_id,"
                    + " CAST(:street AS uuid) AS street_id, CAST(:bases AS text[]) AS sibling_bases,"
                    + " CAST(:keys AS text[]) AS near_keys) ";

    /** The same where it is the area that stands for {@code :id} today, with the keys that it is stored with. */
    private static final String STANDING = "WITH RECURSIVE way AS (" + AreaRows.WAY
            + "), mine AS (SELECT a.* FROM area a JOIN way ON way.id = a.id WHERE way.merged_into IS NULL) ";

    /** Who has a key in common is found first, by the index: its planner takes any key for a frequent one. */
    static final String SIBLINGS = "SELECT " + ROW + """
            FROM (SELECT * FROM area
                WHERE placed_keys(street_id, street_id, sibling_bases)
                    && (SELECT placed_keys(street_id, street_id, sibling_bases) FROM mine)
                OFFSET 0) a
            WHERE a.id IS DISTINCT FROM (SELECT id FROM mine) AND a.state = 'ACTIVE'
            ORDER BY a.sort_key, a.id
            LIMIT\s""" + (MOST_SIBLINGS + 1);

    static final String NEAR_NAMES = "SELECT " + ROW + """
            FROM mine CROSS JOIN (SELECT * FROM area
                WHERE placed_keys(district_id, street_id, near_keys)
                    && (SELECT placed_keys(district_id, street_id, near_keys) FROM mine)
                OFFSET 0) a
            WHERE a.id IS DISTINCT FROM mine.id AND a.state = 'ACTIVE'
                AND NOT (a.street_id = mine.street_id AND a.sibling_bases && mine.sibling_bases)
            ORDER BY a.street_id <> mine.street_id, a.sort_key, a.id
            LIMIT\s""" + MOST_CANDIDATES;

    private static final String BOTH = "SELECT 'SIBLING' AS part, s.* FROM (" + SIBLINGS
            + ") s UNION ALL SELECT 'NEAR', n.* FROM (" + NEAR_NAMES + ") n";

    static final String WITH_ITSELF = STANDING + "SELECT 'ITSELF' AS part, " + ROW + "FROM mine a UNION ALL " + BOTH;

    private final JdbcClient jdbc;
    private final AreaRows rows;

    private enum Part {
        ITSELF,
        SIBLING,
        NEAR
    }

    /** An area found by a key: a sibling, or one whose name may be near. */
    private record Candidate(Part part, AreaView area, String base) {}

    private record Near(AreaView area, boolean elsewhere, Nearness nearness) {}

    /**
     * Active areas of the same street that share a base with the area, by a current or a former name; one more than
     * {@link #MOST_SIBLINGS} where there are more.
     */
    public List<AreaView> siblings(AreaView area) {
        return asked(
                        SIBLINGS,
                        area.name(),
                        AreaKeys.basesOf(area.name(), area.aliases()),
                        area.district(),
                        area.street(),
                        area.id())
                .query(rows)
                .list();
    }

    /** Of what shares a base with the area, or is of the same series, the siblings and the others apart; without near names. */
    static SimilarAreas siblingsAndSeries(AreaView area, List<AreaView> related) {
        return parted(related, AreaKeys.basesOf(area.name(), area.aliases()), List.of());
    }

    /** The area that stands for this one today, with all of its relatives, by one statement; empty where there is no such area. */
    public Optional<AreaWithSimilar> standing(AreaId id) {
        List<Candidate> found = jdbc.sql(WITH_ITSELF)
                .param("id", id.value())
                .query(this::candidate)
                .list();
        return found.stream()
                .filter(candidate -> candidate.part() == Part.ITSELF)
                .findFirst()
                .map(Candidate::area)
                .map(area -> new AreaWithSimilar(area, similar(area.name(), area.aliases(), area.street(), found)));
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
        return similar(
                name,
                aliases,
                street,
                asked(BOTH, name, AreaKeys.basesAndSeriesOf(name, aliases), district, street, self)
                        .query(this::candidate)
                        .list());
    }

    private Candidate candidate(ResultSet row, int number) throws SQLException {
        return new Candidate(Part.valueOf(row.getString("part")), rows.mapRow(row, number), row.getString("base"));
    }

    private static SimilarAreas similar(
            String name, Collection<String> aliases, StreetId street, List<Candidate> found) {
        NearNames names = NearNames.of(name);
        return parted(
                found.stream()
                        .filter(candidate -> candidate.part() == Part.SIBLING)
                        .map(Candidate::area)
                        .toList(),
                AreaKeys.basesOf(name, aliases),
                found.stream()
                        .filter(candidate -> candidate.part() == Part.NEAR)
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

    private JdbcClient.StatementSpec asked(
            String sql, String name, List<String> bases, DistrictId district, StreetId street, @Nullable AreaId self) {
        return jdbc.sql(TYPED + sql)
                .param("bases", bases.toArray(String[]::new))
                .param("keys", NearNames.keysOf(name).toArray(String[]::new))
                .param("district", district.value())
                .param("street", street.value())
                .param("self", self == null ? null : self.value());
    }
}
