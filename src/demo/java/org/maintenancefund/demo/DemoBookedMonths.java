package org.maintenancefund.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.collection.remittance.SlipView;
import org.maintenancefund.demo.DemoRemittances.People;
import org.maintenancefund.difference.DifferenceNumber;
import org.maintenancefund.difference.register.DifferenceService;
import org.maintenancefund.kernel.money.Money;
import org.springframework.stereotype.Component;

/**
 * 竹溪雅居 goes on from the receipt to the household's account: its first two months are handed over, arrived and booked. The first is closed,
 * with those before it, and published with an objection and its answer; the second is published and waits for the committee.
 */
@Component
class DemoBookedMonths implements DemoStep {

    private final DemoRemittances remittances;
    private final DemoBank bank;
    private final DemoClosings closings;
    private final DemoDisclosures disclosures;
    private final DifferenceService differences;
    private final PropertyAreas areas;
    private final DemoPeople people;
    private final DemoDays days;
    private final TravellingClock clock;

    DemoBookedMonths(
            DemoRemittances remittances,
            DemoBank bank,
            DemoClosings closings,
            DemoDisclosures disclosures,
            DifferenceService differences,
            PropertyAreas areas,
            DemoPeople people,
            DemoDays days,
            TravellingClock clock) {
        this.remittances = remittances;
        this.bank = bank;
        this.closings = closings;
        this.disclosures = disclosures;
        this.differences = differences;
        this.areas = areas;
        this.people = people;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 95;
    }

    @Override
    public void load() {
        AreaId area = areas.activeNamed(DemoSmallCommunity.NAME).get(0).id();
        CurrentUser office = people.named("demo-office");
        CurrentUser committee = people.named("demo-committee2");
        YearMonth first = YearMonth.from(days.today()).minusMonths(DemoCollectionRules.MONTHS_AGO);
        YearMonth second = first.plusMonths(1);
        settled(first);
        Money opening = bank.account().openingBalance();
        closings.closed(first.minusMonths(2), first.atDay(20), opening);
        closings.closed(first.minusMonths(1), first.atDay(21), opening);
        booked(area, first, true);
        closings.closed(first, second.atDay(9), null);
        disclosures.published(area, first, second.atDay(10), office);
        disclosures.confirmedAfterAnAnswer(area, first, second.atDay(12), committee, office);
        booked(area, second, false);
        YearMonth third = second.plusMonths(1);
        disclosures.published(area, second, third.atDay(8), office);
        disclosures.reminded(area, third.atDay(10), office);
    }

    /** Handed over towards the end of the month, and booked some days later. */
    private void booked(AreaId area, YearMonth month, boolean interest) {
        CurrentUser company = people.named("demo-enterprise");
        LocalDate day = month.atDay(23);
        SlipView slip = remittances.handedOver(
                area, day.minusDays(1), day, new People(people.named("demo-office"), company, company));
        DemoStatement statement = bank.next();
        if (interest) {
            statement.in(month.atDay(21), new Money(9_182_46), "", "", "结息");
        }
        bank.imported(
                statement.in(
                        day.plusDays(1), slip.amount(), slip.company(), DemoUnderway.PAYER, "维修资金 " + slip.number()),
                day.plusDays(2));
        if (interest) {
            bank.interest("专户活期存款结息，待分配", day.plusDays(2));
        }
        remittances.booked(slip.number(), day.plusDays(3), people.named("demo-district"));
    }

    /** 差异台账: what the old books had and nobody's unit; told, explained and settled. */
    private void settled(YearMonth month) {
        CurrentUser municipal = people.named("demo-municipal");
        DifferenceNumber number = clock.at(
                days.on(month.atDay(3), 9, 50),
                () -> differences.tell(
                        new DifferenceService.Told(
                                "竹溪雅居期初余额",
                                new Money(37),
                                month.atDay(2),
                                "原账本总额比各户期初余额之和多 0.37 元，请查明。",
                                month.atDay(12),
                                null),
                        municipal));
        clock.at(
                days.on(month.atDay(6), 16, 0),
                () -> differences.explain(number, version(number), "原账本按季结息的尾差，从未分到户，已与原开户行核对。", municipal));
        clock.at(
                days.on(month.atDay(7), 10, 30),
                () -> differences.settle(number, version(number), "留在期初待分，不分到户。", null, municipal));
    }

    private int version(DifferenceNumber number) {
        return differences.get(number, people.named("demo-municipal")).version();
    }
}
