package org.maintenancefund.statistics;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationKind;
import org.springframework.stereotype.Component;

/** The tables of 统计报表, part by part. */
@Component
@RequiredArgsConstructor
public class StatisticsTables {

    private final ApplicationTables applications;
    private final DecisionTables decisions;
    private final CoverageTables coverage;
    private final EndingTables endings;
    private final Breakdown breakdown;

    /** The kinds of application, in their order. */
    public List<ApplicationKind> kinds() {
        return breakdown.kinds();
    }

    /** The tables of a part of the page; their links lead where that person may go. */
    public List<StatisticsTable> of(StatisticsTab tab, Scope scope, CurrentUser user) {
        ListLinks links = new ListLinks(scope, user);
        return switch (tab) {
            case APPLICATIONS -> applications.of(scope, links);
            case DAYS -> decisions.days(scope, links);
            case RETURNS -> decisions.returns(scope, links);
            case COVERAGE -> coverage.of(scope, links);
            case ENDINGS -> endings.of(scope, links);
        };
    }
}
