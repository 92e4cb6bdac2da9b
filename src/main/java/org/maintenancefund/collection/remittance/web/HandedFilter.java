package org.maintenancefund.collection.remittance.web;

import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.collection.remittance.Handed;
import org.maintenancefund.enterprise.CompanyFilter;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.ListFilter;
import org.springframework.stereotype.Component;

/** Reads by whom and when the slips and declarations of a list were handed over. */
@Component
@RequiredArgsConstructor
class HandedFilter {

    private final CompanyFilter companies;

    Handed read(ListFilter filter, Map<String, List<String>> address) {
        return new Handed(
                companies.read(filter, address),
                filter.period("arrivedFrom", "arrivedTo", Messages.of("remittance.field.arrivedOn")),
                filter.period("bookedFrom", "bookedTo", Messages.of("remittance.field.bookedOn")));
    }
}
