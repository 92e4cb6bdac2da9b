package org.maintenancefund.collection.receipt;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.EntryKind;
import org.maintenancefund.ledger.EntryNumber;
import org.maintenancefund.ledger.EntryPerson;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.ledger.Ledger;
import org.maintenancefund.ledger.LedgerAccount;
import org.maintenancefund.ledger.NewEntry;
import org.maintenancefund.ledger.Posting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far a receipt that is to be reversed has been handed over, and its negative in the books where it is booked. */
@Component
@RequiredArgsConstructor
class HandedOver {

    private final Ledger ledger;
    private final JdbcClient jdbc;

    /** Where a receipt stands that is in a live declaration. */
    private record Way(
            String declaration, boolean booked, @Nullable UUID account) {}

    /**
     * Whether the household has it in the books. Asked with the receipt locked: who declares it waits.
     *
     * @throws Refusal where it is declared and not booked: the declaration is taken back first
     */
    boolean isBooked(Receipt receipt) {
        Optional<Way> way = way(receipt);
        way.filter(found -> !found.booked()).ifPresent(found -> {
            throw Refusal.because("collection.reversal.declared", receipt.number(), found.declaration());
        });
        return way.isPresent();
    }

    /** Keeps its declaration as it is: nobody books it, or takes that back, until the transaction ends. Taken behind the bills. */
    void lock(Receipt receipt) {
        jdbc.sql("SELECT d.id FROM declared_receipt x JOIN declaration d ON d.id = x.declaration_id"
                        + " WHERE x.receipt_id = :receipt AND x.live FOR SHARE OF d")
                .param("receipt", receipt.id().value())
                .query(UUID.class)
                .list();
    }

    /** 分户账 / 待清分, for that receipt alone, in the open month: the money lies in the account and belongs to nobody yet. */
    EntryNumber takeBack(
            Receipt receipt, ReceiptNumber negative, LocalDate day, EntryPerson maker, CurrentUser checker) {
        UUID account = way(receipt).map(Way::account).orElseThrow();
        Money amount = receipt.amount();
        return ledger.post(new NewEntry(
                new FundAccountId(account),
                EntryKind.SLIP_BOOKED,
                day,
                negative.value(),
                List.of(Posting.debit(receipt.unit(), amount), Posting.credit(LedgerAccount.UNALLOCATED, amount)),
                maker,
                EntryPerson.of(checker)));
    }

    private Optional<Way> way(Receipt receipt) {
        return jdbc.sql("SELECT declaration, declaration_state = 'BOOKED' AS booked, account_id FROM receipt_way"
                        + " WHERE receipt_id = :receipt")
                .param("receipt", receipt.id().value())
                .query((row, i) -> new Way(
                        row.getString("declaration"),
                        row.getBoolean("booked"),
                        row.getObject("account_id", UUID.class)))
                .optional();
    }
}
