package org.maintenancefund.billing.run;

import java.time.YearMonth;
import java.util.List;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.unit.AreaSource;
import org.maintenancefund.unit.UnitChange;
import org.maintenancefund.unit.UnitFacts;
import org.springframework.beans.factory.annotation.Autowired;

/** An area whose flats change from month to month, with who is billed in a trial and who is not. */
abstract class ChangingArea extends BilledArea {

    @Autowired
    TrialList lists;

    List<String> doors(Outcome outcome, YearMonth of) {
        return each(
                lists.with(outcome, managed.id(), of).slice(Cursor.start(), 50).items(),
                row -> row.place().door());
    }

    void change(String door, YearMonth from, UnitFacts facts) {
        units.change(at(door), unit(at(door)).version(), new UnitChange(from, facts, "实测", "报告"), managed.ofOffice());
        entities.flush();
    }

    UnitFacts of(String door) {
        return unit(at(door)).in(month).facts();
    }

    static UnitFacts liable(UnitFacts facts, boolean liable) {
        return new UnitFacts(
                facts.floorArea(),
                facts.source(),
                facts.use(),
                facts.lift(),
                liable,
                facts.sold(),
                facts.deliveredOn(),
                facts.chargedFrom());
    }

    static UnitFacts large(UnitFacts facts, String squareMetres) {
        return new UnitFacts(
                FloorArea.parse(squareMetres).value(),
                AreaSource.SURVEY,
                facts.use(),
                facts.lift(),
                facts.liable(),
                facts.sold(),
                facts.deliveredOn(),
                facts.chargedFrom());
    }

    static UnitFacts chargedFrom(UnitFacts facts, YearMonth from) {
        return new UnitFacts(
                facts.floorArea(),
                facts.source(),
                facts.use(),
                facts.lift(),
                facts.liable(),
                facts.sold(),
                facts.deliveredOn(),
                from);
    }
}
