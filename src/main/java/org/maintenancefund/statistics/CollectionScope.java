package org.maintenancefund.statistics;

import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.kernel.paging.Conditions;

/**
 * What is counted of the collection: where, of which company, and from which month to which.
 *
 * @param district empty for the whole city
 * @param last     included
 */
public record CollectionScope(
        Optional<DistrictCentre> district, Optional<Company> company, YearMonth first, YearMonth last) {

    /** A company that collects or did. */
    public record Company(UUID id, String name) {}

    Stream<YearMonth> months() {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1));
    }

    /** The condition of that place, of a table with the column {@code district_id}. */
    Conditions at(String area) {
        return new Conditions()
                .equal(area + ".district_id", district.map(centre -> centre.id().value()));
    }

    /** The same and of that company, in that column. */
    Conditions in(String area, String enterprise) {
        return at(area).equal(enterprise, company.map(Company::id));
    }

    /** The same and of its months, in a column of their first days. */
    Conditions within(String area, String enterprise, String month) {
        return in(area, enterprise)
                .and(month + " BETWEEN :first_month AND :last_month")
                .bind("first_month", first.atDay(1))
                .bind("last_month", last.atDay(1));
    }
}
