package org.maintenancefund.ledger.web;

import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.ledger.HouseholdPostings;
import org.maintenancefund.unit.UnitPart;
import org.maintenancefund.unit.UnitView;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a unit has on its 分户账 and what was booked there last, on its page. */
@Component
@Order(30)
@RequiredArgsConstructor
class PostingsOfUnit implements UnitPart {

    private static final int LATEST = 12;

    private final HouseholdPostings postings;

    @Override
    public Optional<Shown> of(UnitView unit, AreaView area, CurrentUser reader) {
        List<HouseholdPostings.Posted> latest =
                postings.of(unit.id()).slice(Cursor.start(), LATEST).items();
        boolean entries = Page.LEDGER.isOpenTo(reader.role());
        List<Row> rows = latest.stream().map(posted -> row(posted, entries)).toList();
        return Optional.of(new Shown(
                RecordTable.of("ledger.of-unit", rows, rows.size()),
                HouseholdController.path(unit.id()),
                latest.isEmpty()
                        ? Messages.of("ledger.of-unit.none")
                        : Messages.of("ledger.of-unit.all", latest.get(0).after())));
    }

    private static Row row(HouseholdPostings.Posted posted, boolean entries) {
        return Row.of(
                Cell.of(posted.number()).to(entries ? EntryPages.path(posted.number()) : null),
                Cell.of(posted.day()),
                Cell.of(EntryPages.words(posted.kind(), posted.reversal())).under(posted.reference()),
                Cell.of(posted.amount()),
                Cell.of(posted.after()));
    }
}
