package org.maintenancefund.disclosure.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.EntryKind;
import org.maintenancefund.ledger.EntryNumber;
import org.maintenancefund.ledger.EntryPerson;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.ledger.Ledger;
import org.maintenancefund.ledger.LedgerAccount;
import org.maintenancefund.ledger.NewEntry;
import org.maintenancefund.ledger.Posting;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.context.ApplicationContext;

/** An area whose payments are booked to its households: each test that needs the books books by the ledger itself. */
public final class PaperWorld {

    private static final EntryPerson MAKER = new EntryPerson(new UUID(0, 1), "林致远");
    private static final EntryPerson CHECKER = new EntryPerson(new UUID(0, 2), "何复核");

    private final CollectedArea area;
    private final Ledger ledger;
    private final FundAccountId account;

    public PaperWorld(String name, World world, ApplicationContext context) {
        area = CollectedArea.named(name, world, context);
        ledger = context.getBean(Ledger.class);
        AFundAccount accounts = context.getBean(AFundAccount.class);
        account = accounts.confirmed(
                "6227" + area.id().toString().replaceAll("[^0-9]", "").substring(0, 12), "0");
        accounts.keeps(account, area.id());
    }

    public CollectedArea area() {
        return area;
    }

    /** 入账 to a household. */
    public EntryNumber booked(UnitId unit, LocalDate day, String amount) {
        Money money = Money.parse(amount).value();
        ledger.post(new NewEntry(
                account,
                EntryKind.BANK_LINE,
                day,
                "流水",
                List.of(Posting.debit(LedgerAccount.BANK, money), Posting.credit(LedgerAccount.UNALLOCATED, money)),
                MAKER,
                null));
        return ledger.post(new NewEntry(
                account,
                EntryKind.SLIP_BOOKED,
                day,
                "JC20261205-0001",
                List.of(Posting.debit(LedgerAccount.UNALLOCATED, money), Posting.credit(unit, money)),
                MAKER,
                CHECKER));
    }

    public EntryNumber reversed(EntryNumber entry, LocalDate day) {
        return ledger.reverse(entry, "记错户", MAKER, CHECKER, day);
    }
}
