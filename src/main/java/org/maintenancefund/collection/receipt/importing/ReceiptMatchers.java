package org.maintenancefund.collection.receipt.importing;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.collection.receipt.ManyReceipts;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.unit.UnitLookup;
import org.springframework.stereotype.Component;

/** Begins to compare the rows of a file, when it is read and once more when it is applied. */
@Component
@RequiredArgsConstructor
class ReceiptMatchers {

    private final ManyReceipts receipts;
    private final UnitLookup units;
    private final PropertyAreas areas;

    /** @param area that of the import, or what it went into */
    ReceiptMatcher of(AreaView area, ImportHeader<ReceiptColumn> header) {
        return new ReceiptMatcher(
                header,
                new RowUnits(units, area, areas.buildings(area.id()), header),
                new ReceiptRowReader(header),
                receipts.checks(area));
    }
}
