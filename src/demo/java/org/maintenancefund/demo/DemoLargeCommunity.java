package org.maintenancefund.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.collection.receipt.PaymentWay;
import org.maintenancefund.collection.receipt.ReceivedFrom;
import org.maintenancefund.demo.DemoMonths.Payment;
import org.maintenancefund.demo.DemoOpenings.Opened;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.NewUnit;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitPlace;
import org.springframework.stereotype.Component;

/**
 * 紫阳新城, 1,600 units, collected by {@code demo-enterprise}, confirmed by {@code demo-enterprise-colleague}: lists that go on, and a mandate
 * that ends in some weeks. Its three months are those before this one and this one.
 */
@Component
class DemoLargeCommunity implements DemoStep {

    static final String NAME = "紫阳新城";

    private static final String BUILDER = "云州紫阳城市建设有限公司";
    private static final int BUILDINGS = 20;
    private static final int MONTHS = 3;
    private static final int DAYS_LEFT = 24;

    private final DemoOpenings openings;
    private final DemoMonths months;
    private final DemoPeople people;
    private final DemoDays days;

    DemoLargeCommunity(DemoOpenings openings, DemoMonths months, DemoPeople people, DemoDays days) {
        this.openings = openings;
        this.months = months;
        this.people = people;
        this.days = days;
    }

    @Override
    public int order() {
        return 94;
    }

    @Override
    public void load() {
        LocalDate today = days.today();
        YearMonth first = YearMonth.from(today).minusMonths(MONTHS - 1L);
        CurrentUser maker = people.named("demo-enterprise");
        CurrentUser checker = people.named("demo-enterprise-colleague");
        List<NewUnit> told = houses(first);
        Opened opened = openings.open(new DemoCommunity(
                NAME,
                18,
                null,
                EnterpriseId.of(maker.organisation()),
                null,
                first,
                today.plusDays(DAYS_LEFT),
                20,
                1,
                told,
                maker,
                checker));
        for (int number = 0; number < MONTHS; number++) {
            YearMonth month = first.plusMonths(number);
            months.billed(opened.area(), month, maker, checker);
            for (int i = 0; i < told.size(); i++) {
                pay(opened, told.get(i), i, number, month, maker);
            }
        }
    }

    /** Four flats on each of twenty floors; of the last building nothing is sold above the tenth. */
    private static List<NewUnit> houses(YearMonth first) {
        DemoHouses houses =
                new DemoHouses(first.minusMonths(2), first.minusYears(3).atDay(28), true);
        String[] sizes = {"89.58", "101.30", "118.42", "142.06"};
        List<NewUnit> told = new ArrayList<>();
        for (int building = 1; building <= BUILDINGS; building++) {
            for (UnitPlace place : DemoHouses.places(building + " 栋", "", 20, 4)) {
                String size = sizes[told.size() % 4];
                boolean unsold = building == BUILDINGS && Objects.requireNonNullElse(place.floor(), 0) > 10;
                told.add(unsold ? houses.unsold(place, size, BUILDER) : houses.flat(place, size, told.size()));
            }
        }
        return told;
    }

    /** Some pay three months ahead with the first bill, others each month or once in a while, many not yet. */
    private void pay(Opened opened, NewUnit told, int i, int number, YearMonth month, CurrentUser maker) {
        UnitId unit = opened.units().get(i);
        String payer = Objects.requireNonNull(told.payer()).name();
        if (number == 0 && i % 5 == 0) {
            received(opened, unit, payer, MONTHS, i, month, maker);
        } else if (i % 40 == 1 || number == MONTHS - 1 && i % 20 == 2) {
            received(opened, unit, payer, 1, i, month, maker);
        }
    }

    private void received(
            Opened opened, UnitId unit, String payer, int times, int i, YearMonth month, CurrentUser maker) {
        Money amount = new Money(times * months.open(unit).fen());
        PaymentWay way = PaymentWay.values()[i % 4];
        Payment paid = new Payment(unit, amount, way, ReceivedFrom.OWNER, payer, null);
        months.received(opened.area(), paid, month, 3 + i % 20, maker);
    }
}
