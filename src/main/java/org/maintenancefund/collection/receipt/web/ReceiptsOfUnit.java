package org.maintenancefund.collection.receipt.web;

import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.collection.UnitReceipt;
import org.maintenancefund.collection.UnitReceipts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitPart;
import org.maintenancefund.unit.UnitView;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The latest payments of a unit on its page, and what is left of all of them. */
@Component
@Order(20)
@RequiredArgsConstructor
class ReceiptsOfUnit implements UnitPart {

    /** Fifty years of months. */
    private static final int MOST = 600;

    private static final int LATEST = 12;

    private final CollectionRights rights;
    private final UnitReceipts receipts;

    @Override
    public Optional<Shown> of(UnitView unit, AreaView area, CurrentUser reader) {
        if (!Page.RECEIPTS.isOpenTo(reader.role()) || !rights.sees(area, reader)) {
            return Optional.empty();
        }
        List<UnitReceipt> all = receipts.of(unit.id(), rights.months(area, reader), MOST);
        List<Row> latest = all.stream().limit(LATEST).map(ReceiptsOfUnit::row).toList();
        return Optional.of(new Shown(
                RecordTable.of("collection.of-unit", latest, all.size()),
                ReceiptPages.list(area.id()) + "?text=" + unit.number(),
                Messages.of("collection.of-unit.all", Money.sum(all.stream().map(UnitReceipt::left)))));
    }

    private static Row row(UnitReceipt receipt) {
        return Row.of(
                Cell.of(receipt.number()).to(ReceiptAreaController.PATH + "/" + receipt.number()),
                Cell.of(receipt.receivedOn()),
                Cell.of(receipt.amount()).under(receipt.months().isEmpty() ? null : receipt.months()),
                Cell.of(receipt.way()),
                Cell.of(receipt.payer()),
                receipt.stage() == null
                        ? Cell.of(null)
                        : Cell.of(receipt.stage().label())
                                .under(receipt.stageSince().toString()),
                Cell.tag(receipt.tag(), receipt.state()));
    }
}
