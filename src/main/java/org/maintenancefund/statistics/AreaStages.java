package org.maintenancefund.statistics;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.statistics.CollectionScope.Company;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 各小区收取情况: the areas behind an amount of 收取统计, by name, each leading to its own bills, receipts and declarations. */
@Component
@RequiredArgsConstructor
public class AreaStages {

    public static final String PATH = "/collection/statistics/areas";

    private final CollectionFigures figures;
    private final JdbcClient jdbc;

    private record Sums(UUID id, String code, String name, Stages stages) {}

    /**
     * An area.
     *
     * @param hrefs of each stage the list behind it, or null
     */
    public record Row(String code, String name, Stages stages, List<@Nullable String> hrefs) {

        /** For templates. */
        public @Nullable String href(CollectionStage stage) {
            return stages.of(stage).isZero() ? null : hrefs.get(stage.ordinal());
        }
    }

    /** @param stage those alone that have something of it */
    public Listing<Row> of(CollectionScope scope, Optional<CollectionStage> stage, CurrentUser user) {
        Conditions where = scope.at("a")
                .bind("first_month", scope.first().atDay(1))
                .bind("last_month", scope.last().atDay(1));
        scope.company().map(Company::id).ifPresent(company -> where.bind("enterprise_id", company));
        stage.ifPresent(wanted -> where.and("s." + wanted.column() + " <> 0"));
        CollectionLinks links = new CollectionLinks(scope, user);
        return rows(scope)
                .where(jdbc, where)
                .map(rows -> rows.stream()
                        .map(row -> new Row(row.code(), row.name(), row.stages(), links.ofArea(row.id())))
                        .toList());
    }

    /** What all of them come to. */
    public Money sum(CollectionScope scope, CollectionStage stage) {
        return figures.sum(scope).of(stage);
    }

    private static Keyset<Sums> rows(CollectionScope scope) {
        String company = scope.company().isPresent() ? " AND m.enterprise_id = :enterprise_id" : "";
        return new Keyset<>(
                "a.id, a.code, a.name, s.billed, s.collected, s.remitted, s.booked",
                "FROM (SELECT m.area_id, " + CollectionFigures.SUMS + " FROM collection_month m"
                        + " WHERE m.month BETWEEN :first_month AND :last_month" + company
                        + " GROUP BY m.area_id) AS s JOIN named_area a ON a.id = s.area_id",
                List.of(new Keyset.Key("a.sort_key", String.class), new Keyset.Key("a.id", UUID.class)),
                false,
                (row, i) -> new Sums(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        CollectionFigures.stages(row)));
    }
}
