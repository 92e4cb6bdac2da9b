package org.maintenancefund.disclosure.web;

import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.disclosure.LookUpCodes;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.unit.UnitPart;
import org.maintenancefund.unit.UnitView;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Since when a unit has a 查询码, on its page, for who gives these out. */
@Component
@Order(30)
@RequiredArgsConstructor
class CodeOfUnit implements UnitPart {

    private final CollectionRights rights;
    private final LookUpCodes codes;

    @Override
    public Optional<Shown> of(UnitView unit, AreaView area, CurrentUser reader) {
        if (!Page.LOOK_UP_CODES.isOpenTo(reader.role()) || !rights.mayCollect(area, reader)) {
            return Optional.empty();
        }
        List<Row> rows = codes
                .issued(unit.id())
                .map(issued -> Row.of(Cell.of(Times.minute(issued.at())), Cell.of(issued.byName())))
                .stream()
                .toList();
        return Optional.of(new Shown(
                RecordTable.of("disclosure.codes", rows, rows.size()),
                CodeController.PATH + unit.id(),
                Messages.of("disclosure.codes.link")));
    }
}
