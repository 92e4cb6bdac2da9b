package org.maintenancefund.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.collection.receipt.PaymentWay;
import org.maintenancefund.collection.receipt.ReceiptNumber;
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
 * that ends in some weeks. Its three months are those before this one and this one. Most have paid, to the company, whose own system
 * writes a file each month; one in sixteen never did.
 */
@Component
class DemoLargeCommunity implements DemoStep {

    static final String NAME = "紫阳新城";

    private static final String BUILDER = "云州紫阳城市建设有限公司";
    private static final int BUILDINGS = 20;
    private static final int MONTHS = 3;
    private static final int DAYS_LEFT = 24;
    private static final int NEIGHBOUR = 7;
    private static final Money LESS = new Money(20_00);

    private final DemoOpenings openings;
    private final DemoMonths months;
    private final DemoReceiptFiles files;
    private final DemoPeople people;
    private final DemoDays days;

    DemoLargeCommunity(
            DemoOpenings openings, DemoMonths months, DemoReceiptFiles files, DemoPeople people, DemoDays days) {
        this.openings = openings;
        this.months = months;
        this.files = files;
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
            if (number == 1) {
                receivedWrongly(opened, told, month, maker, checker);
            }
            files.recorded(opened.area(), month, paid(opened, told, number, month), maker);
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

    /** The month's file; nothing of a household that owes nothing, for it paid ahead. */
    private List<NewReceipt> paid(Opened opened, List<NewUnit> told, int number, YearMonth month) {
        Map<UnitId, Money> open = months.open(opened.units());
        List<NewReceipt> paid = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            UnitId unit = opened.units().get(i);
            Money owed = open.get(unit);
            if (owed != null && pays(i, number)) {
                paid.add(new NewReceipt(
                        unit,
                        amount(owed, i, number),
                        files.day(month, 3 + i % 20),
                        PaymentWay.values()[i % 4],
                        ReceivedFrom.OWNER,
                        payer(told.get(i)),
                        List.of(),
                        month.toString().replace("-", "") + "%06d".formatted(i + 1),
                        ""));
            }
        }
        return paid;
    }

    /** One in sixteen never does, one in twenty-five did once, and of the last month a quarter is still to come. */
    private static boolean pays(int i, int number) {
        boolean never = i % 16 == 7;
        boolean once = i % 25 == 3 && number > 0;
        boolean late = i % 4 == 1 && number == MONTHS - 1;
        return !never && !once && !late;
    }

    /** One in five pays all three months with the first bill, one in fifty less than is due; the others what they owe. */
    private static Money amount(Money owed, int i, int number) {
        if (number == 0 && i % 5 == 0) {
            return new Money(MONTHS * owed.fen());
        }
        return i % 50 == 9 ? LESS : owed;
    }

    /** For a neighbour who had not paid; 冲正 by the second person. */
    private void receivedWrongly(
            Opened opened, List<NewUnit> told, YearMonth month, CurrentUser maker, CurrentUser checker) {
        UnitId neighbour = opened.units().get(NEIGHBOUR);
        Payment wrong = Payment.of(neighbour, months.open(neighbour), payer(told.get(NEIGHBOUR + 1)));
        ReceiptNumber mistaken = months.received(opened.area(), wrong, month, 5, maker);
        months.reversed(mistaken, "记错房号：缴款人是隔壁的业主。", month, 6, maker, checker);
    }

    private static String payer(NewUnit told) {
        return Objects.requireNonNull(told.payer()).name();
    }
}
