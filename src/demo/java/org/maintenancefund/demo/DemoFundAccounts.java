package org.maintenancefund.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.fundaccount.AreaAccounts;
import org.maintenancefund.fundaccount.Custody;
import org.maintenancefund.fundaccount.FundAccountDetails;
import org.maintenancefund.fundaccount.FundAccountService;
import org.maintenancefund.fundaccount.FundAccounts;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;
import org.springframework.stereotype.Component;

/** The city's account at a bank, told by one person of the municipal centre and confirmed by another; each community's money lies in it. */
@Component
class DemoFundAccounts implements DemoStep {

    /** Its number at the bank. */
    static final String NUMBER = "62001880000532660011";

    /** What came over from the bank's old system: the communities' own, and some that is not told apart yet. */
    private static final Money OPENING = new Money(10_623_050_30L);

    private final FundAccountService service;
    private final FundAccounts accounts;
    private final AreaAccounts areas;
    private final DemoPeople people;
    private final DemoDays days;
    private final TravellingClock clock;

    DemoFundAccounts(
            FundAccountService service,
            FundAccounts accounts,
            AreaAccounts areas,
            DemoPeople people,
            DemoDays days,
            TravellingClock clock) {
        this.service = service;
        this.accounts = accounts;
        this.areas = areas;
        this.people = people;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 91;
    }

    @Override
    public void load() {
        LocalDate last = YearMonth.from(days.today())
                .minusMonths(DemoCollectionRules.MONTHS_AGO + 2L)
                .atEndOfMonth();
        FundAccountDetails told =
                new FundAccountDetails("中国建设银行云州分行营业部", "云州市物业专项维修资金管理中心", NUMBER, Custody.UNIFIED, OPENING, last);
        FundAccountId account =
                clock.at(days.on(last.plusDays(5), 9, 40), () -> service.propose(told, people.named("demo-municipal")));
        clock.at(
                days.on(last.plusDays(6), 14, 10),
                () -> service.confirm(
                        account, service.get(account).version(), people.named("demo-municipal-colleague")));
    }

    /** The money of an area lies in it from that month on. */
    void keeps(AreaId area, YearMonth from, Instant at) {
        FundAccountId account = accounts.byNumber(NUMBER).orElseThrow().id();
        clock.at(at, () -> areas.assign(List.of(area), account, from, people.named("demo-municipal")));
    }
}
