package org.maintenancefund.fundaccount;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** Accounts by the steps people take: 林致远 tells one, 何复核 confirms it, and areas get it. */
@TestComponent
public class AFundAccount {

    /** The last day before anything lies in it. */
    public static final LocalDate DAY = LocalDate.of(2025, 10, 31);

    private static final AtomicLong NUMBER = new AtomicLong(700_000_000_000L);

    private final CurrentUser clerk = municipal("林致远");
    private final CurrentUser colleague = municipal("何复核");

    @Autowired
    FundAccountService service;

    @Autowired
    AreaAccounts areas;

    /** 林致远, who tells accounts. */
    public CurrentUser clerk() {
        return clerk;
    }

    /** 何复核, who confirms them. */
    public CurrentUser colleague() {
        return colleague;
    }

    /** Another person of the municipal centre's staff. */
    public static CurrentUser municipal(String name) {
        return SignedIn.person(name, Role.MUNICIPAL_STAFF, MunicipalCentre.REF, "市管理中心", null);
    }

    public static FundAccountDetails details(String number, String balance) {
        return new FundAccountDetails(
                "建设银行江城分行",
                "江城市物业专项维修资金",
                number,
                Custody.UNIFIED,
                Money.parse(balance).value(),
                DAY);
    }

    /** One that waits for the second person. */
    public FundAccountId proposed(String number, String balance) {
        return service.propose(details(number, balance), clerk);
    }

    /** One that money lies in, since before anything of a test. */
    public FundAccountId confirmed(String number, String balance) {
        FundAccountId id = proposed(number, balance);
        service.confirm(id, 0, colleague);
        return id;
    }

    /** Another one with nothing in it. */
    public FundAccountId empty() {
        return confirmed(nextNumber(), "0");
    }

    /** A number that no account has. */
    public static String nextNumber() {
        return "6230" + NUMBER.incrementAndGet();
    }

    /** The area's money lies in it, from the first month that there was something in it on. */
    public void keeps(FundAccountId account, AreaId... ids) {
        areas.assign(List.of(ids), account, YearMonth.from(DAY).plusMonths(1), clerk);
    }
}
