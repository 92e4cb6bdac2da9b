package org.maintenancefund.enterprise.registration;

import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseTables;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The application a company comes from, on its page; its district's people can open it. */
@Component
@Order(3)
class RegistrationTable implements EnterpriseTables {

    private final EnterpriseOrigins origins;

    RegistrationTable(EnterpriseOrigins origins) {
        this.origins = origins;
    }

    @Override
    public List<RecordTable> tables(EnterpriseId company, CurrentUser reader) {
        boolean reviews = reader.is(Role.DISTRICT_STAFF);
        List<Row> rows = origins.originOf(company).stream()
                .map(origin -> Row.of(
                        Cell.of(origin.number()).to(reviews ? "/enterprises/reviews/" + origin.number() : null),
                        Cell.tag("ok", Messages.of("enterprise.registrations.approved")),
                        Cell.of(
                                origin.codeAccepted()
                                        ? Messages.of("enterprise.registrations.compared")
                                        : Messages.of("enterprise.registrations.checked"))))
                .toList();
        return rows.isEmpty() ? List.of() : List.of(RecordTable.of("enterprise.registrations", rows, rows.size()));
    }
}
