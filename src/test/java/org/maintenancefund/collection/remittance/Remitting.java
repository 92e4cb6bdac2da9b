package org.maintenancefund.collection.remittance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.ledger.EntryNumber;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.maintenancefund.test.World;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is handed over of a {@link CollectedArea}, by the steps people take: its money lies in an account of its own. */
public final class Remitting {

    private final CollectedArea area;
    private final World world;
    private final ApplicationContext context;
    private final FundAccountId account;
    private final CurrentUser matcher = AFundAccount.municipal("何对账");

    private Remitting(CollectedArea area, World world, ApplicationContext context) {
        this.area = area;
        this.world = world;
        this.context = context;
        AFundAccount accounts = context.getBean(AFundAccount.class);
        this.account = accounts.empty();
        accounts.keeps(account, area.id());
        // A test that is one transaction takes the locks of several: those of whole areas before those of units.
        AdvisoryLocks locks = context.getBean(AdvisoryLocks.class);
        inTransaction(() -> {
            locks.lockShared(Purpose.AREAS);
            locks.lock(Purpose.BILLING, area.id().toString());
            locks.lockShared(Purpose.BILLING, area.id().toString());
        });
    }

    /** An area in which an office collects, as {@link CollectedArea#named}. */
    public static Remitting named(String name, World world, ApplicationContext context) {
        return new Remitting(CollectedArea.named(name, world, context), world, context);
    }

    /** The same of an area that is there. */
    public static Remitting of(CollectedArea area, World world, ApplicationContext context) {
        return new Remitting(area, world, context);
    }

    public CollectedArea area() {
        return area;
    }

    public FundAccountId account() {
        return account;
    }

    /** Who matches what arrived. */
    public CurrentUser matcher() {
        return matcher;
    }

    /** What there is to declare until today. */
    public DeclarationService.Shown shown() {
        return shown(area.today());
    }

    public DeclarationService.Shown shown(LocalDate upTo) {
        DeclaredReceipts.Figures figures = context.getBean(ReceiptLines.class)
                .figures(context.getBean(RemittanceRights.class).holder(area.id(), area.clerk()), upTo);
        return new DeclarationService.Shown(figures.receipts(), figures.amount());
    }

    public DeclarationNumber declared() {
        return declared(area.today());
    }

    /** Declared by the clerk, not confirmed. */
    public DeclarationNumber declared(LocalDate upTo) {
        return context.getBean(DeclarationService.class).declare(area.id(), upTo, shown(upTo), area.clerk());
    }

    /** Declared by one and confirmed by the other. */
    public DeclarationNumber confirmed() {
        DeclarationNumber number = declared();
        confirm(number);
        return number;
    }

    public void confirm(DeclarationNumber number) {
        context.getBean(DeclarationService.class)
                .confirm(number, version("declaration", number.value()), area.colleague());
    }

    public void takeBack(DeclarationNumber number) {
        context.getBean(DeclarationService.class)
                .takeBack(number, version("declaration", number.value()), "金额有误", area.clerk());
    }

    public SlipNumber drafted(DeclarationNumber... declarations) {
        return context.getBean(SlipService.class).draft(Set.of(declarations), area.clerk());
    }

    public SlipNumber submitted(DeclarationNumber... declarations) {
        SlipNumber number = drafted(declarations);
        context.getBean(SlipService.class).submit(number, version("remittance_slip", number.value()), area.clerk());
        return number;
    }

    /** What the area has, confirmed, in a slip that is submitted. */
    public SlipNumber submitted() {
        return submitted(confirmed());
    }

    public void arrive(SlipNumber number, String amount) {
        arrive(number, amount, matcher);
    }

    public void arrive(SlipNumber number, String amount, CurrentUser by) {
        inTransaction(() -> context.getBean(SlipArrivals.class).arrived(id(number), money(amount), area.today(), by));
    }

    public void giveBack(SlipNumber number, String amount) {
        inTransaction(
                () -> context.getBean(SlipArrivals.class).returned(id(number), money(amount), area.today(), matcher));
    }

    /** All of it. */
    public SlipNumber arrived() {
        SlipNumber number = submitted();
        arrive(number, amount(number));
        return number;
    }

    public EntryNumber book(SlipNumber number) {
        return book(number, world.clerk());
    }

    public EntryNumber book(SlipNumber number, CurrentUser by) {
        return context.getBean(SlipBooking.class).book(number, version("remittance_slip", number.value()), by);
    }

    public SlipId id(SlipNumber number) {
        return new SlipId(jdbc().sql("SELECT id FROM remittance_slip WHERE number = :number")
                .param("number", number.value())
                .query(UUID.class)
                .single());
    }

    public String amount(SlipNumber number) {
        return new Money(jdbc().sql("SELECT amount FROM remittance_slip WHERE number = :number")
                        .param("number", number.value())
                        .query(Long.class)
                        .single())
                .decimal()
                .toPlainString();
    }

    public int version(String table, String number) {
        return jdbc().sql("SELECT version FROM " + table + " WHERE number = :number")
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    public String state(String table, String number) {
        return jdbc().sql("SELECT state FROM " + table + " WHERE number = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    /** What households of the area have in the books. */
    public String booked() {
        return jdbc().sql("SELECT to_char(coalesce(sum(b.balance), 0) / 100.0, 'FM999990.00') FROM household_balance b"
                        + " JOIN unit u ON u.id = b.unit_id WHERE u.area_id = :area")
                .param("area", area.id().value())
                .query(String.class)
                .single();
    }

    /** Undeclared, declared and not arrived, arrived and not booked, late, as the list says. */
    public List<String> held(CurrentUser reader) {
        return context
                .getBean(HeldList.class)
                .list("", Optional.empty(), Optional.empty(), false, reader)
                .slice(Cursor.start(), 20)
                .items()
                .stream()
                .filter(row -> row.area().equals(area.id()))
                .map(row -> row.undeclared() + " " + row.declared() + " " + row.arrived() + " " + row.late())
                .toList();
    }

    public AreaId id() {
        return area.id();
    }

    static Money money(String amount) {
        return Money.parsePositive(amount).value();
    }

    private JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    private void inTransaction(Runnable step) {
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> step.run());
    }
}
