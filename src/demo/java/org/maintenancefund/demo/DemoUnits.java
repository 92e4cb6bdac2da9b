package org.maintenancefund.demo;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.domain.UnitService.Registered;
import org.maintenancefund.unit.opening.OpeningEntry;
import org.maintenancefund.unit.opening.OpeningHeader;
import org.maintenancefund.unit.opening.OpeningId;
import org.maintenancefund.unit.opening.OpeningLineService;
import org.maintenancefund.unit.opening.OpeningReview;
import org.maintenancefund.unit.opening.OpeningService;
import org.springframework.stereotype.Component;

/** 房屋底册 and 期初余额 of the demo's communities: all units at once, as a spreadsheet brings them. */
@Component
class DemoUnits {

    /** 首期 in yuan for a square metre. */
    private static final long FIRST_PAYMENT = 65;

    private final UnitService units;
    private final OpeningService openings;
    private final OpeningLineService lines;
    private final OpeningReview decisions;
    private final DemoDays days;
    private final TravellingClock clock;
    private final EntityManager entities;

    DemoUnits(
            UnitService units,
            OpeningService openings,
            OpeningLineService lines,
            OpeningReview decisions,
            DemoDays days,
            TravellingClock clock,
            EntityManager entities) {
        this.units = units;
        this.openings = openings;
        this.lines = lines;
        this.decisions = decisions;
        this.days = days;
        this.clock = clock;
        this.entities = entities;
    }

    List<UnitId> registered(DemoCommunity plan, AreaView area) {
        Registered registered = clock.at(
                days.on(plan.day(2, 12), 10, 0), () -> units.registerAll(area.id(), plan.units(), plan.maker()));
        if (!registered.faults().isEmpty()) {
            throw new IllegalStateException("units of the demo are not right: "
                    + registered.faults().get(0).reason());
        }
        forget();
        return registered.units();
    }

    /** 首期 and what is left of it, which came over with one total and some fen that nobody knows whose they are. */
    void balances(DemoCommunity plan, AreaView area, List<UnitId> registered, CurrentUser clerk) {
        List<OpeningEntry> entries = new ArrayList<>();
        for (int i = 0; i < registered.size(); i++) {
            Money paid = firstPayment(plan.units().get(i).facts().floorArea());
            // Of every fifteenth so much was spent that less than 30 % is left.
            entries.add(
                    new OpeningEntry(registered.get(i), paid, new Money(paid.fen() * (i % 15 == 7 ? 25 : 92) / 100)));
        }
        Money total = Money.sum(entries.stream().map(OpeningEntry::balance));
        OpeningHeader header =
                new OpeningHeader(plan.day(1, 1).minusDays(1), total.plus(new Money(37)), "原账本按季结息的尾差 0.37 元，未分到户。");
        OpeningId sheet = clock.at(
                days.on(plan.day(1, 5), 9, 30),
                () -> openings.tell(area.id(), OpeningService.NONE, header, plan.maker()));
        clock.at(days.on(plan.day(1, 6), 10, 0), () -> lines.enterAll(area.id(), entries, plan.maker()));
        forget();
        clock.at(days.on(plan.day(1, 9), 16, 0), () -> decisions.check(sheet, version(sheet, clerk), plan.checker()));
        clock.at(days.on(plan.day(1, 13), 11, 0), () -> decisions.approve(sheet, version(sheet, clerk), clerk));
        forget();
    }

    private int version(OpeningId sheet, CurrentUser clerk) {
        return decisions.get(sheet, clerk).sheet().version();
    }

    private static Money firstPayment(FloorArea area) {
        return new Money(area.hundredths() * FIRST_PAYMENT);
    }

    /** Whatever is flushed from here on is not compared with thousands of units that nobody changes. */
    private void forget() {
        entities.flush();
        entities.clear();
    }
}
