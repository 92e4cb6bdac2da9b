package org.maintenancefund.demo;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.collection.receipt.ManyReceipts;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.collection.receipt.ReceiptChecks;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitLookup;
import org.springframework.stereotype.Component;

/** What a company received in a month, in one file of its own system: looked at and recorded as one that is uploaded. */
@Component
class DemoReceiptFiles {

    private static final int FILED_ON = 26;

    private final ManyReceipts receipts;
    private final UnitLookup units;
    private final DemoDays days;
    private final TravellingClock clock;
    private final EntityManager entities;

    DemoReceiptFiles(
            ManyReceipts receipts, UnitLookup units, DemoDays days, TravellingClock clock, EntityManager entities) {
        this.receipts = receipts;
        this.units = units;
        this.days = days;
        this.clock = clock;
        this.entities = entities;
    }

    /** That day of the month, or the last one that the month's file can have. */
    LocalDate day(YearMonth month, int day) {
        LocalDate wanted = month.atDay(Math.min(day, FILED_ON));
        return wanted.isAfter(days.today()) ? days.today() : wanted;
    }

    /** Towards the end of the month, or today. */
    void recorded(AreaId id, YearMonth month, List<NewReceipt> told, CurrentUser by) {
        clock.at(days.on(month.atDay(FILED_ON), 9, 20), () -> {
            AreaView area = receipts.lock(id, by);
            requireRight(area, told);
            receipts.recordAll(area, told, by);
            // A receipt never changes: nothing that follows need look at it again.
            entities.flush();
            entities.clear();
            return told.size();
        });
    }

    private void requireRight(AreaView area, List<NewReceipt> told) {
        Map<UnitId, FoundUnit> found =
                units.of(told.stream().map(NewReceipt::unit).collect(Collectors.toSet()));
        ReceiptChecks checks = receipts.checks(area);
        checks.prepare(found, told);
        for (NewReceipt each : told) {
            ReceiptChecks.Finding finding = checks.check(Objects.requireNonNull(found.get(each.unit())), each);
            if (finding.refusal() != null) {
                throw new IllegalStateException("a payment of the demo can't be recorded: " + finding.refusal());
            }
        }
    }
}
