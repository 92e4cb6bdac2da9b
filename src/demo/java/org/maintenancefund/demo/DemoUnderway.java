package org.maintenancefund.demo;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.collection.remittance.OrderNumber;
import org.maintenancefund.collection.remittance.RemittanceOrders;
import org.maintenancefund.collection.remittance.SlipView;
import org.maintenancefund.demo.DemoRemittances.People;
import org.maintenancefund.difference.DifferenceKind;
import org.maintenancefund.difference.register.DifferenceList;
import org.maintenancefund.difference.register.DifferenceService;
import org.maintenancefund.difference.register.DifferenceView;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Cursor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * What is under way when somebody begins to look around. Of 竹溪雅居 the third month has arrived and waits to be booked, and the last receipts
 * of it are undeclared. For 紫阳新城 the company held its first month past the day and was ordered to hand it over; half of it came
 * with 0.09 too much, and the other half is on its way.
 */
@Component
class DemoUnderway implements DemoStep {

    /** The company's account at its own bank. */
    static final String PAYER = "32050161513600004417";

    private static final int HALF = 12;

    private final DemoRemittances remittances;
    private final DemoBank bank;
    private final RemittanceOrders orders;
    private final RecurringTask<Void> comparison;
    private final DifferenceList found;
    private final DifferenceService differences;
    private final PropertyAreas areas;
    private final DemoPeople people;
    private final DemoDays days;
    private final TravellingClock clock;

    DemoUnderway(
            DemoRemittances remittances,
            DemoBank bank,
            RemittanceOrders orders,
            @Qualifier("differenceTask") RecurringTask<Void> comparison,
            DifferenceList found,
            DifferenceService differences,
            PropertyAreas areas,
            DemoPeople people,
            DemoDays days,
            TravellingClock clock) {
        this.remittances = remittances;
        this.bank = bank;
        this.orders = orders;
        this.comparison = comparison;
        this.found = found;
        this.differences = differences;
        this.areas = areas;
        this.people = people;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 96;
    }

    @Override
    public void load() {
        YearMonth last = YearMonth.from(days.today()).minusMonths(1);
        YearMonth late = last.minusMonths(1);
        AreaId small = areas.activeNamed(DemoSmallCommunity.NAME).get(0).id();
        AreaId large = areas.activeNamed(DemoLargeCommunity.NAME).get(0).id();
        CurrentUser company = people.named("demo-enterprise");
        People ofSmall = new People(people.named("demo-office"), company, company);
        People ofLarge = new People(company, people.named("demo-enterprise-colleague"), company);
        ordered(EnterpriseId.of(company.organisation()), last);
        SlipView wrong = remittances.handedOver(large, late.atDay(HALF), days.workingDay(5), ofLarge);
        LocalDate fourth = days.workingDay(4);
        SlipView right = remittances.handedOver(small, earlier(last.atDay(14), fourth), fourth, ofSmall);
        LocalDate third = days.workingDay(3);
        bank.imported(
                bank.next()
                        .in(third, right.amount(), right.company(), PAYER, "维修资金 " + right.number())
                        .in(third, wrong.amount().plus(new Money(9)), wrong.company(), PAYER, "紫阳新城 " + wrong.number())
                        .in(third, new Money(4480), "施海涛", "6217001930000418823", "竹溪雅居1栋1单元101维修资金"),
                days.workingDay(2));
        looked(days.workingDay(1));
        remittances.handedOver(large, late.atEndOfMonth(), days.workingDay(1), ofLarge);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** 责令限期缴存, three days after the remittance day, and what followed. */
    private void ordered(EnterpriseId company, YearMonth month) {
        CurrentUser district = people.named("demo-district");
        OrderNumber number = clock.at(
                days.on(month.atDay(18), 9, 20),
                () -> orders.issue(
                        company, month.atDay(25), orders.late(company, district).amount(), district));
        clock.at(
                days.on(month.atDay(20), 16, 0),
                () -> orders.record(number, month.atDay(20), "电话联系陆晓岚：收费系统更换，对账未完；承诺分两笔缴清。", district));
    }

    /** 差异台账 finds what doesn't agree at night; somebody takes it on. */
    private void looked(LocalDate on) {
        clock.at(days.on(on, 4, 10), () -> comparison.execute(comparison.instance(RecurringTask.INSTANCE), null));
        CurrentUser municipal = people.named("demo-municipal");
        DifferenceList.Sought off = new DifferenceList.Sought(
                Optional.empty(),
                Optional.of(DifferenceKind.AMOUNT_OFF),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
        DifferenceView difference = found.list(off, Optional.empty())
                .slice(Cursor.start(), 1)
                .items()
                .get(0);
        clock.at(days.on(on, 9, 5), () -> differences.take(difference.number(), difference.version(), municipal));
        clock.at(
                days.on(on, 9, 30),
                () -> differences.remark(
                        difference.number(), difference.version() + 1, "已电话通知企业核对：多转 0.09 元，等退回后按缴存单金额重转。", municipal));
    }
}
