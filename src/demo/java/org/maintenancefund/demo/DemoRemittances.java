package org.maintenancefund.demo;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Set;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.collection.remittance.DeclarationNumber;
import org.maintenancefund.collection.remittance.DeclarationRegister;
import org.maintenancefund.collection.remittance.DeclarationService;
import org.maintenancefund.collection.remittance.DeclarationService.Shown;
import org.maintenancefund.collection.remittance.ReceiptLines;
import org.maintenancefund.collection.remittance.RemittanceRights;
import org.maintenancefund.collection.remittance.SlipBooking;
import org.maintenancefund.collection.remittance.SlipNumber;
import org.maintenancefund.collection.remittance.SlipRegister;
import org.maintenancefund.collection.remittance.SlipService;
import org.maintenancefund.collection.remittance.SlipView;
import org.springframework.stereotype.Component;

/** 缴存 of the demo's communities: declared by one person, confirmed by another one, put on a slip and submitted; and 入账. */
@Component
class DemoRemittances {

    private final DeclarationService declarations;
    private final DeclarationRegister declared;
    private final ReceiptLines receipts;
    private final RemittanceRights rights;
    private final SlipService slips;
    private final SlipRegister register;
    private final SlipBooking booking;
    private final DemoDays days;
    private final TravellingClock clock;
    private final EntityManager entities;

    DemoRemittances(
            DeclarationService declarations,
            DeclarationRegister declared,
            ReceiptLines receipts,
            RemittanceRights rights,
            SlipService slips,
            SlipRegister register,
            SlipBooking booking,
            DemoDays days,
            TravellingClock clock,
            EntityManager entities) {
        this.declarations = declarations;
        this.declared = declared;
        this.receipts = receipts;
        this.rights = rights;
        this.slips = slips;
        this.register = register;
        this.booking = booking;
        this.days = days;
        this.clock = clock;
        this.entities = entities;
    }

    /** Who hands over what of an area: one declares, another one confirms, and somebody of the company makes the slip. */
    record People(CurrentUser maker, CurrentUser checker, CurrentUser company) {}

    /** What was received up to a day and is not declared yet, on a slip that is submitted on the other day. */
    SlipView handedOver(AreaId area, LocalDate upTo, LocalDate on, People people) {
        DeclarationNumber number = clock.at(
                days.on(on, 9, 30), () -> declarations.declare(area, upTo, shown(area, upTo, people), people.maker()));
        clock.at(
                days.on(on, 10, 40),
                () -> declarations.confirm(
                        number, declared.get(number, people.checker()).version(), people.checker()));
        return clock.at(days.on(on, 14, 20), () -> {
            SlipNumber slip = slips.draft(Set.of(number), people.company());
            slips.submit(slip, register.get(slip, people.company()).version(), people.company());
            return register.get(slip, people.company());
        });
    }

    private Shown shown(AreaId area, LocalDate upTo, People people) {
        var figures = receipts.figures(rights.holder(area, people.maker()), upTo);
        return new Shown(figures.receipts(), figures.amount());
    }

    /** 入账 of a slip that has arrived. */
    void booked(SlipNumber slip, LocalDate on, CurrentUser clerk) {
        clock.at(
                days.on(on, 15, 10),
                () -> booking.book(slip, register.get(slip, clerk).version(), clerk));
        entities.flush();
        entities.clear();
    }
}
