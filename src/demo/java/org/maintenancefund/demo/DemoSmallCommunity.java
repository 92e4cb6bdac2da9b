package org.maintenancefund.demo;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.run.NewAdjustment;
import org.maintenancefund.collection.receipt.PaymentWay;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.receipt.ReceivedFrom;
import org.maintenancefund.demo.DemoMonths.Payment;
import org.maintenancefund.demo.DemoOpenings.Opened;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.Offices;
import org.maintenancefund.unit.NewUnit;
import org.maintenancefund.unit.Payer;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitPlace;
import org.springframework.stereotype.Component;

/**
 * 竹溪雅居, 60 units, collected by {@code demo-office}, confirmed by {@code demo-enterprise}. Three months are billed, and there is one unit at
 * least for whatever may become of a bill; the month that runs is left for who tries it.
 */
@Component
class DemoSmallCommunity implements DemoStep {

    static final String NAME = "竹溪雅居";

    private static final String BUILDER = "云州市竹溪置业有限公司";

    /** Never paid anything. */
    private static final Set<String> ARREARS = Set.of("1 栋 1 单元 101", "1 栋 1 单元 301", "3 栋 302");

    /** Paid once and never again. */
    private static final Set<String> ONCE = Set.of("2 栋 1 单元 502", "2 栋 2 单元 201");

    private static final String IN_PARTS = "1 栋 1 单元 202";
    private static final String A_YEAR_AHEAD = "1 栋 2 单元 502";
    private static final String BY_TENANT = "2 栋 2 单元 301";
    private static final String HARDSHIP = "2 栋 1 单元 101";
    private static final String RECEIVED_WRONGLY = "2 栋 1 单元 201";
    private static final String RECEIVED_RIGHTLY = "2 栋 1 单元 202";

    private final DemoOpenings openings;
    private final DemoMonths months;
    private final DemoPeople people;
    private final DemoDays days;
    private final Offices offices;

    private final Map<String, UnitId> units = new HashMap<>();
    private final Map<String, String> payers = new HashMap<>();

    DemoSmallCommunity(DemoOpenings openings, DemoMonths months, DemoPeople people, DemoDays days, Offices offices) {
        this.openings = openings;
        this.months = months;
        this.people = people;
        this.days = days;
        this.offices = offices;
    }

    @Override
    public int order() {
        return 92;
    }

    @Override
    public void load() {
        YearMonth first = YearMonth.from(days.today()).minusMonths(DemoCollectionRules.MONTHS_AGO);
        CurrentUser maker = people.named("demo-office");
        CurrentUser checker = people.named("demo-enterprise");
        OfficeId office = OfficeId.of(maker.organisation());
        List<NewUnit> told = houses(first);
        Opened opened = openings.open(new DemoCommunity(
                NAME,
                66,
                "demo-committee2",
                offices.get(office).enterprise(),
                office,
                first,
                first.minusMonths(2).atDay(1).plusYears(3).minusDays(1),
                6,
                2,
                told,
                maker,
                checker));
        for (int i = 0; i < told.size(); i++) {
            String place = told.get(i).place().shown();
            Payer payer = told.get(i).payer();
            units.put(place, opened.units().get(i));
            payers.put(place, payer == null ? "" : payer.name());
        }
        for (int month = 0; month < DemoCollectionRules.MONTHS_AGO; month++) {
            lived(opened, told, month, first.plusMonths(month), maker, checker);
        }
    }

    /** Two buildings of two entrances with lifts, one without with two shops. */
    private static List<NewUnit> houses(YearMonth first) {
        DemoHouses houses =
                new DemoHouses(first.minusMonths(2), first.minusYears(8).atDay(18), true);
        List<NewUnit> told = new ArrayList<>();
        String[] sizes = {"89.58", "96.37", "120.45", "130.66"};
        for (String building : List.of("1 栋", "2 栋")) {
            for (String entrance : List.of("1", "2")) {
                for (UnitPlace place : DemoHouses.places(building, entrance, 6, 2)) {
                    String size =
                            sizes[(entrance.equals("1") ? 0 : 2) + (place.door().endsWith("1") ? 0 : 1)];
                    told.add(flat(houses, place, size, told.size()));
                }
            }
        }
        DemoHouses low = houses.withoutLift();
        told.add(low.shop(new UnitPlace("3 栋", "", 1, "商-01"), "68.20", told.size()));
        told.add(low.shop(new UnitPlace("3 栋", "", 1, "商-02"), "75.50", told.size()));
        for (UnitPlace place : DemoHouses.places("3 栋", "", 6, 2).subList(2, 12)) {
            told.add(
                    place.door().equals("602")
                            ? low.exempt(place, "47.90")
                            : low.flat(place, place.door().endsWith("1") ? "78.12" : "82.05", told.size()));
        }
        return told;
    }

    private static NewUnit flat(DemoHouses houses, UnitPlace place, String size, int owner) {
        return switch (place.shown()) {
            case "1 栋 2 单元 601", "1 栋 2 单元 602" -> houses.unsold(place, size, BUILDER);
            case "2 栋 2 单元 602" -> houses.notDelivered(place, size, owner);
            default -> houses.flat(place, size, owner);
        };
    }

    private void lived(
            Opened opened, List<NewUnit> told, int number, YearMonth month, CurrentUser maker, CurrentUser checker) {
        AreaId area = opened.area();
        months.billed(area, month, maker, checker);
        if (number == 0) {
            Money half = new Money(-months.open(at(HARDSHIP)).fen() / 2);
            NewAdjustment less = new NewAdjustment(at(HARDSHIP), month, half, "低保家庭，减半收取。", "东湖民低保字 1066 号");
            months.adjusted(less, 3, maker, checker);
        }
        for (int i = 0; i < told.size(); i++) {
            String place = told.get(i).place().shown();
            if (pays(place, i, number)) {
                pay(area, place, i, number, month, maker, checker);
            }
        }
    }

    /** Of the last month a third is still to come. */
    private static boolean pays(String place, int i, int number) {
        boolean late = number == DemoCollectionRules.MONTHS_AGO - 1 && i % 3 == 1 && !place.equals(IN_PARTS);
        return !ARREARS.contains(place) && !(number > 0 && ONCE.contains(place)) && !late;
    }

    private void pay(
            AreaId area, String place, int i, int number, YearMonth month, CurrentUser maker, CurrentUser checker) {
        UnitId unit = at(place);
        Money open = months.open(unit);
        if (!open.isPositive()) {
            return;
        }
        int day = 4 + i % 17;
        Payment paid = payment(place, open, i, month);
        if (number == 1 && place.equals(RECEIVED_RIGHTLY)) {
            Payment wrong = Payment.of(at(RECEIVED_WRONGLY), open, paid.payer());
            ReceiptNumber mistaken = months.received(area, wrong, month, day, maker);
            months.reversed(mistaken, "记错房号：缴款人是 202 的业主。", month, day + 1, maker, checker);
            months.received(area, paid, month, day + 2, maker);
            return;
        }
        months.received(area, paid, month, day, maker);
    }

    private Payment payment(String place, Money open, int i, YearMonth month) {
        UnitId unit = at(place);
        String payer = Objects.requireNonNull(payers.get(place));
        if (place.equals(A_YEAR_AHEAD)) {
            return Payment.of(unit, new Money(12 * open.fen()), payer);
        }
        if (place.equals(IN_PARTS)) {
            return new Payment(unit, new Money(2000), PaymentWay.CASH, ReceivedFrom.OWNER, payer, null);
        }
        if (place.equals(BY_TENANT)) {
            return new Payment(unit, open, PaymentWay.CASH, ReceivedFrom.TENANT, "白小舟", null);
        }
        if (payer.equals(BUILDER)) {
            String number = month.toString().replace("-", "") + "%04d".formatted(i);
            return new Payment(unit, open, PaymentWay.TRANSFER, ReceivedFrom.OWNER, payer, number);
        }
        PaymentWay way = PaymentWay.values()[i % 4];
        return new Payment(unit, open, way, ReceivedFrom.OWNER, payer, null);
    }

    private UnitId at(String place) {
        return Objects.requireNonNull(units.get(place));
    }
}
