package org.maintenancefund.billing.run.web;

import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.run.BillRow;
import org.maintenancefund.billing.run.UnitBills;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.unit.UnitPart;
import org.maintenancefund.unit.UnitView;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The latest bills of a unit on its page. */
@Component
@Order(10)
@RequiredArgsConstructor
class BillsOfUnit implements UnitPart {

    /** A year. */
    private static final int LATEST = 12;

    private final CollectionRights rights;
    private final UnitBills bills;

    @Override
    public Optional<Shown> of(UnitView unit, AreaView area, CurrentUser reader) {
        if (!Page.BILLS.isOpenTo(reader.role()) || !rights.sees(area, reader)) {
            return Optional.empty();
        }
        List<BillRow> months = bills.of(unit.id(), rights.months(area, reader));
        return Optional.of(new Shown(
                BillTables.months(months, LATEST),
                BillPaths.unit(unit.id()),
                Messages.of("billing.bill.months.all", UnitBills.open(months))));
    }
}
