package org.maintenancefund.statistics;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.statistics.CollectionScope.Company;
import org.maintenancefund.web.ListFilter;
import org.springframework.stereotype.Component;

/** Reads what 收取统计 and the lists behind it are about. A district's people see their own. */
@Component
@RequiredArgsConstructor
public class CollectionScopes {

    /** Months to choose from, this one included. */
    private static final int MONTHS = 60;

    private static final int RECENT_MONTHS = 12;

    private final CollectionFigures figures;
    private final Districts districts;
    private final Clock clock;

    /**
     * What the address asks for of a part: the last twelve months where it names none; the two in their order, however they were chosen.
     */
    public CollectionScope read(ListFilter filter, CollectionTab tab, CurrentUser user) {
        YearMonth now = YearMonth.now(clock);
        YearMonth first = now.minusMonths(RECENT_MONTHS - 1L);
        YearMonth last = now;
        if (tab.isByMonth()) {
            YearMonth from = month(filter, "from", "statistics.collection.from").orElse(first);
            YearMonth to = month(filter, "to", "statistics.collection.to").orElse(last);
            first = from.isBefore(to) ? from : to;
            last = from.isBefore(to) ? to : from;
        }
        Optional<DistrictCentre> district = tab == CollectionTab.MATCHING
                ? Optional.empty()
                : districts.seenBy(user).limit(filter);
        Optional<Company> chosen = tab.isByCompany()
                ? filter.one("company", figures.companies(district), Company::id, Company::name)
                : Optional.empty();
        return new CollectionScope(district, chosen, first, last);
    }

    private Optional<YearMonth> month(ListFilter filter, String name, String chip) {
        YearMonth now = YearMonth.now(clock);
        List<YearMonth> offered =
                IntStream.range(0, MONTHS).mapToObj(now::minusMonths).toList();
        return filter.one(name, offered, YearMonth::toString, YearMonth::toString, month -> Messages.of(chip, month));
    }
}
