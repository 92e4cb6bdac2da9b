package org.maintenancefund.demo;

import java.time.LocalDate;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.collection.remittance.ExpectedSlip;
import org.maintenancefund.disclosure.LookUpCodes;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.UnitLookup;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What README's walk goes on with: the transfer that is on its way, as the bank will tell of it, and a household that it is for among others. */
@Component
@Transactional
class DemoWalk {

    /** Of the households that paid its first month towards its end, and nothing yet of the month that runs. */
    private static final String HOUSEHOLD = "1-502";

    private final DemoBank bank;
    private final LookUpCodes codes;
    private final UnitLookup units;
    private final PropertyAreas areas;
    private final DemoPeople people;
    private final DemoDays days;

    DemoWalk(
            DemoBank bank, LookUpCodes codes, UnitLookup units, PropertyAreas areas, DemoPeople people, DemoDays days) {
        this.bank = bank;
        this.codes = codes;
        this.units = units;
        this.areas = areas;
        this.people = people;
        this.days = days;
    }

    /** The bank's next statement: what is on its way has arrived today, and the bank took its fee. */
    byte[] statement() {
        ExpectedSlip slip = bank.onItsWay();
        LocalDate today = days.today();
        return bank.next()
                .in(today, slip.open(), slip.company(), DemoUnderway.PAYER, "紫阳新城 " + slip.number())
                .fee(today, new Money(15_00))
                .content();
    }

    /** 户号 and a new 查询码, as a household has them on paper. */
    String household() {
        AreaId area = areas.activeNamed(DemoLargeCommunity.NAME).get(0).id();
        FoundUnit unit = units.named(area, HOUSEHOLD, areas.buildings(area), 1).get(0);
        OneTimeCode code = codes.issue(unit.id(), null, people.named("demo-enterprise"));
        return "%s %s%n户号 %s%n查询码 %s%n"
                .formatted(DemoLargeCommunity.NAME, unit.place().shown(), unit.number(), code.grouped());
    }
}
