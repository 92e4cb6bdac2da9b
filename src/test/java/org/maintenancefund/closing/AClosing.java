package org.maintenancefund.closing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.EntryKind;
import org.maintenancefund.ledger.EntryPerson;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.ledger.Ledger;
import org.maintenancefund.ledger.LedgerAccount;
import org.maintenancefund.ledger.NewEntry;
import org.maintenancefund.ledger.Posting;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A city of one area and one account whose last month is to be closed: a flat was billed and paid 22.40, which came to the bank and to its
 * household; another 10.00 lies in 待清分. The months before are closed, as they would be.
 */
public final class AClosing {

    private final ApplicationContext context;
    private final CollectedArea area;
    private final FundAccountId account;
    private final UnitId paid;
    private final UnitId open;
    private final CurrentUser beginner = AFundAccount.municipal("林致远");
    private final CurrentUser maker = AFundAccount.municipal("何编制");
    private final CurrentUser signer = AFundAccount.municipal("宋签认");

    private AClosing(String name, World world, ApplicationContext context) {
        this.context = context;
        jdbc().sql("INSERT INTO accounting_period VALUES (:month, 'CLOSED', now())")
                .param("month", YearMonth.from(world.today()).minusMonths(2).atDay(1))
                .update();
        area = CollectedArea.named(name, world, context);
        paid = area.flat("101");
        open = area.flat("102");
        area.bill(area.first());
        area.receive(area.payment(paid, "22.40"));
        account = context.getBean(AFundAccount.class).confirmed("62270000995501", "0");
        post(
                EntryKind.BANK_LINE,
                Posting.debit(LedgerAccount.BANK, money("32.40")),
                Posting.credit(LedgerAccount.UNALLOCATED, money("32.40")));
        post(
                EntryKind.SLIP_BOOKED,
                Posting.debit(LedgerAccount.UNALLOCATED, money("22.40")),
                Posting.credit(paid, money("22.40")));
    }

    public static AClosing of(String name, World world, ApplicationContext context) {
        return new AClosing(name, world, context);
    }

    public static Money money(String amount) {
        return Money.parse(amount).value();
    }

    private JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    /** Booked by 何复核 and 林致远 on the last day of the month. */
    public void post(EntryKind kind, Posting... postings) {
        post(day(), kind, postings);
    }

    /** The same on another day. */
    public void post(LocalDate on, EntryKind kind, Posting... postings) {
        context.getBean(Ledger.class)
                .post(new NewEntry(
                        account,
                        kind,
                        on,
                        "凭据",
                        List.of(postings),
                        EntryPerson.of(beginner),
                        kind.isTwoPeople() ? new EntryPerson(new java.util.UUID(0, 2), "何复核") : null));
    }

    public YearMonth month() {
        return area.first();
    }

    public LocalDate day() {
        return month().atEndOfMonth();
    }

    public CollectedArea area() {
        return area;
    }

    public FundAccountId account() {
        return account;
    }

    /** The flat that paid. */
    public UnitId paid() {
        return paid;
    }

    /** The flat that did not. */
    public UnitId open() {
        return open;
    }

    /** 林致远, who booked in the month. */
    public CurrentUser beginner() {
        return beginner;
    }

    /** 何编制, who booked nothing. */
    public CurrentUser maker() {
        return maker;
    }

    /** 宋签认, who signs and confirms. */
    public CurrentUser signer() {
        return signer;
    }

    /** Does what the job does. */
    public void work(ClosingId closing) {
        ClosingWork work = context.getBean(ClosingWork.class);
        boolean more = true;
        while (more) {
            more = work.step(closing);
        }
    }

    /** Begun, and all steps done. */
    public ClosingId checked() {
        ClosingId closing = context.getBean(ClosingService.class).begin(month(), beginner);
        work(closing);
        return closing;
    }

    /** 余额调节表 of the accounts that other tests left behind, whose books stay for good. */
    public void othersSigned() {
        othersSigned(month(), signer);
    }

    /** The same of a month, signed by that person. */
    public void othersSigned(YearMonth of, CurrentUser by) {
        signAllBut(account, of, maker, by, context);
    }

    /** 余额调节表 of all accounts but one made and signed: the bank has what the books have. */
    static void signAllBut(
            FundAccountId account, YearMonth of, CurrentUser maker, CurrentUser signer, ApplicationContext context) {
        ReconciliationService papers = context.getBean(ReconciliationService.class);
        ClosingView closing = context.getBean(ClosingService.class).attempts(of).get(0);
        papers.of(closing).stream()
                .filter(each -> !each.isSigned())
                .map(each -> each.account().id())
                .filter(id -> !id.equals(account))
                .forEach(id -> {
                    ReconciliationView paper = papers.get(of, id);
                    Money balance = paper.adjustedBooks().minus(paper.sum(ItemKind.BOOKS_ONLY));
                    papers.make(of, id, ReconciliationService.NONE, balance, "照账面", maker);
                    papers.sign(of, id, 0, signer);
                });
    }

    /** 余额调节表 made and signed: the bank has what the books have. */
    public void signed() {
        othersSigned();
        ReconciliationService papers = context.getBean(ReconciliationService.class);
        papers.make(month(), account, ReconciliationService.NONE, money("32.40"), "待清分 10.00 待查", maker);
        papers.sign(month(), account, 0, signer);
    }
}
