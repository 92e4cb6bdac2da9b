package org.maintenancefund.collection.handover;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Money;

/**
 * One matter of a hand-over, with its figures and what is said of it.
 *
 * @param items   how many: bills, receipts, declarations, slips, units
 * @param amount  in fen; of units hundredths of a square metre
 * @param handed  of documents: whether they are handed over
 * @param settler who settles what is not settled; null where nobody is told
 * @param dueOn   until when; null together with it
 */
public record Matter(
        MatterKind kind,
        long items,
        long amount,
        boolean handed,
        @Nullable Settler settler,
        @Nullable LocalDate dueOn,
        String note) {

    /** Who settles what is not settled. */
    public enum Settler implements Labelled {
        FORMER,
        SUCCESSOR
    }

    /** The same with what somebody says of it. */
    public Matter said(boolean isHanded, @Nullable Settler by, @Nullable LocalDate until, String word) {
        return new Matter(kind, items, amount, isHanded && kind.isDocument(), by, until, word);
    }

    public boolean isSettled() {
        if (kind.isDocument()) {
            return handed && !note.isEmpty();
        }
        return !kind.isMoney() || items == 0;
    }

    public boolean isListed() {
        return settler != null;
    }

    /** Its figures in words: 3 张，67.20 元. */
    public String figures() {
        return kind == MatterKind.CONTRACTS || kind == MatterKind.BOOKS
                ? ""
                : Messages.of("handover.figures." + kind, Figures.of(items), shownAmount());
    }

    private Object shownAmount() {
        return kind == MatterKind.UNITS ? Figures.squareMetres(BigDecimal.valueOf(amount, 2)) : new Money(amount);
    }

    /** How it stands, in words: settled, or who settles it until when. */
    public String outcome() {
        if (settler != null && dueOn != null) {
            return Messages.of("handover.listed", settler.label(), dueOn);
        }
        if (!isSettled()) {
            return Messages.of("handover.unsaid");
        }
        return Messages.of(
                kind.isMoney() ? "handover.settled" : kind.isDocument() ? "handover.handed" : "handover.taken");
    }
}
