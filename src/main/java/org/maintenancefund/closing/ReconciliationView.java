package org.maintenancefund.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.fundaccount.FundAccountView;
import org.maintenancefund.kernel.money.Money;

/**
 * 余额调节表 of an account at the end of a month: what the books and the bank say, and what only one of them has.
 *
 * @param bank       专户, by the books
 * @param told       what the bank says by its last line; null where no line is known
 * @param toldDay    of that line
 * @param paper      what somebody made of it; null before
 */
public record ReconciliationView(
        ClosingView closing,
        FundAccountView account,
        Money bank,
        Money unallocated,
        Money household,
        Money opening,
        Money income,
        Money spending,
        @Nullable Money told,
        @Nullable LocalDate toldDay,
        List<BankBalances.Item> items,
        @Nullable Paper paper) {

    /**
     * The paper as it was made.
     *
     * @param bankBalance of the bank, by its line or typed from its paper
     * @param version     counts its changes; a form carries it
     */
    public record Paper(
            Money bankBalance,
            Money adjustedBank,
            Money adjustedBooks,
            String note,
            Instant madeAt,
            UUID madeBy,
            String madeByName,
            @Nullable Instant signedAt,
            @Nullable String signedByName,
            int version) {

        public boolean isSigned() {
            return signedAt != null;
        }

        public boolean agrees() {
            return adjustedBank.equals(adjustedBooks);
        }

        public boolean isMadeBy(CurrentUser user) {
            return madeBy.equals(user.operatorId().value());
        }
    }

    public YearMonth month() {
        return closing.period();
    }

    public List<BankBalances.Item> of(ItemKind kind) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }

    public Money sum(ItemKind kind) {
        return Money.sum(of(kind).stream().map(BankBalances.Item::amount));
    }

    /** The books with what only the bank has. */
    public Money adjustedBooks() {
        return bank.plus(sum(ItemKind.BANK_ONLY));
    }

    /** The bank with what only the books have. */
    Money adjustedBank(Money balance) {
        return balance.plus(sum(ItemKind.BOOKS_ONLY));
    }

    /** What lies in 待清分 by the books and stands in no line; nothing where the lines tell all of it. */
    public Money unexplained() {
        return unallocated.minus(sum(ItemKind.UNASSIGNED));
    }

    /** What the paper says the bank had, else what its lines say; null where neither does. */
    public @Nullable Money bankBalance() {
        return paper == null ? told : paper.bankBalance();
    }

    /** The bank's side in whole; null as long as nobody knows it. */
    public @Nullable Money adjustedBank() {
        Money balance = bankBalance();
        return balance == null ? null : adjustedBank(balance);
    }

    public boolean agrees() {
        return Objects.equals(adjustedBank(), adjustedBooks());
    }

    public boolean isSigned() {
        return paper != null && paper.isSigned();
    }
}
