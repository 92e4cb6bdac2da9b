package org.maintenancefund.statistics;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tables of 收取统计, part by part. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class CollectionTables {

    private final StageTables stages;
    private final HoldingTables holding;
    private final MatchingTables matching;
    private final BalanceTables balances;

    /**
     * The tables of a part of the page; their links lead where that person may go.
     *
     * @param whole whether every company and area has its row, as in a spreadsheet; else the first of them, and the others together
     */
    public List<StatisticsTable> of(CollectionTab tab, CollectionScope scope, boolean whole, CurrentUser user) {
        CollectionLinks links = new CollectionLinks(scope, user);
        return switch (tab) {
            case STAGES -> stages.of(scope, whole, links);
            case HELD -> holding.of(scope, whole, links);
            case MATCHING -> matching.of(scope, links);
            case BALANCES -> balances.of(scope, whole, links);
        };
    }
}
