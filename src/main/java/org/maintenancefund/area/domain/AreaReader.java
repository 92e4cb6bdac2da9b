package org.maintenancefund.area.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads areas by their identifiers. */
@Component
@RequiredArgsConstructor
public class AreaReader {

    /** So many areas with the same number are named, beside the one that is looked at. */
    public static final int MOST = 10;

    private final JdbcClient jdbc;
    private final AreaRows rows;

    public Optional<AreaView> find(AreaId id) {
        return list("FROM area a WHERE a.id = :value", id.value()).stream().findFirst();
    }

    /** The area itself, or the one at the end of the merges it went through. */
    public Optional<AreaView> standing(AreaId id) {
        return jdbc.sql("WITH RECURSIVE way AS (SELECT id, merged_into FROM area WHERE id = :id"
                        + " UNION SELECT n.id, n.merged_into FROM area n JOIN way ON n.id = way.merged_into) "
                        + AreaRows.SELECT
                        + "FROM area a JOIN way ON way.id = a.id WHERE way.merged_into IS NULL")
                .param("id", id.value())
                .query(rows)
                .optional();
    }

    /** Areas with these numbers, merged ones too. */
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

    /** Active areas with one of these parcel numbers; one more than {@link #MOST} where there are more. */
    public List<AreaView> withParcels(Collection<String> parcels) {
        return parcels.isEmpty()
                ? List.of()
                : list(
                        "FROM area a WHERE a.parcel_numbers && CAST(:value AS text[]) AND a.state = 'ACTIVE'"
                                + " ORDER BY a.id LIMIT " + (MOST + 1),
                        parcels.toArray(String[]::new));
    }

    /** Active areas with this fund account; one more than {@link #MOST} where there are more. */
    public List<AreaView> withAccount(String number) {
        return list(
                "FROM area a WHERE a.fund_account_number = :value AND a.state = 'ACTIVE' ORDER BY a.id LIMIT "
                        + (MOST + 1),
                number);
    }

    /** In no particular order. */
    public List<AreaView> views(Collection<AreaId> ids) {
        return list(
                "FROM area a WHERE a.id = ANY (:value)",
                ids.stream().map(AreaId::value).toArray(UUID[]::new));
    }

    /** Those that there are in the order of the identifiers, each once. */
    public List<AreaView> inOrder(Collection<AreaId> ids) {
        Map<AreaId, AreaView> views = views(ids).stream().collect(Collectors.toMap(AreaView::id, Function.identity()));
        return ids.stream()
                .distinct()
                .flatMap(id -> Stream.ofNullable(views.get(id)))
                .toList();
    }

    private List<AreaView> list(String from, Object value) {
        return jdbc.sql(AreaRows.SELECT + from)
                .param("value", value)
                .query(rows)
                .list();
    }
}
