package org.maintenancefund.collection;

import java.util.Objects;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.bank.statement.BankLineState;
import org.maintenancefund.collection.RandomRemittance.Event;
import org.maintenancefund.collection.RandomRemittance.Line;
import org.maintenancefund.collection.RandomRemittance.Slip;
import org.maintenancefund.collection.remittance.DeclarationState;
import org.maintenancefund.collection.remittance.SlipState;
import org.maintenancefund.ledger.LedgerAccount;

/** What the model says a line brings about once it is known what it is, and once that is taken back. */
final class RandomEffects {

    private final RandomRemittance model;

    RandomEffects(RandomRemittance model) {
        this.model = model;
    }

    void arrive(Line line) {
        if (line.shares.size() > 1) {
            model.seen.add(Event.TWO_SLIPS_IN_ONE_TRANSFER);
        }
        line.shares.forEach((slip, fen) -> {
            if (slip.isInParts()) {
                model.seen.add(Event.A_SLIP_IN_TWO_TRANSFERS);
            }
            slip.arrive(fen);
        });
    }

    /** Whether what is proposed can be confirmed now. */
    boolean holds(Line line) {
        if (line.kind == BankLineKind.RETURNED) {
            Line returned = Objects.requireNonNull(line.returns);
            return returned.state != BankLineState.PROPOSED
                    && returned.shares.keySet().stream()
                            .filter(slip -> slip.state == SlipState.BOOKED)
                            .allMatch(RandomEffects::isWhole);
        }
        return line.shares.entrySet().stream()
                .allMatch(share ->
                        share.getKey().state.isExpected() && share.getKey().open() >= share.getValue());
    }

    /** None of its receipts was reversed by itself. */
    private static boolean isWhole(Slip slip) {
        return slip.declarations.stream().allMatch(declared -> declared.reversed.isEmpty());
    }

    void confirm(Line line) {
        line.become(line.kind, BankLineState.SETTLED);
        switch (line.kind) {
            case REMITTANCE -> arrive(line);
            case OWNER_PAYMENT -> model.books.toHousehold(line.day, Objects.requireNonNull(line.owner), line.fen);
            case INTEREST -> model.books.move(line.day, LedgerAccount.UNALLOCATED, LedgerAccount.INCOME, line.fen);
            case FEE, WITHDRAWAL ->
                model.books.move(line.day, LedgerAccount.UNALLOCATED, LedgerAccount.SPENDING, line.fen);
            case RETURNED -> sendBack(line, Objects.requireNonNull(line.returns));
            case FIRST_DEPOSIT, MISTAKEN, PENDING -> {
                // Stays in 待清分.
            }
        }
    }

    /** What was booked by the line that is returned is reversed on the day of the other one. */
    private void sendBack(Line line, Line returned) {
        if (returned.state == BankLineState.SETTLED) {
            switch (returned.kind) {
                case REMITTANCE -> {
                    returned.shares.keySet().stream()
                            .filter(slip -> slip.state == SlipState.BOOKED)
                            .forEach(slip -> unbook(line, slip));
                    giveBack(returned);
                }
                case OWNER_PAYMENT ->
                    model.books.toHousehold(line.day, Objects.requireNonNull(returned.owner), line.fen);
                case INTEREST -> model.books.move(line.day, LedgerAccount.UNALLOCATED, LedgerAccount.INCOME, line.fen);
                case FEE, WITHDRAWAL ->
                    model.books.move(line.day, LedgerAccount.UNALLOCATED, LedgerAccount.SPENDING, line.fen);
                default -> {
                    // Nothing was booked by it.
                }
            }
        }
        returned.become(BankLineKind.RETURNED, BankLineState.SETTLED);
    }

    private void unbook(Line line, Slip slip) {
        model.seen.add(Event.SENT_BACK_AFTER_IT_WAS_BOOKED);
        slip.state = SlipState.ARRIVED;
        slip.declarations.forEach(declared -> {
            declared.state = DeclarationState.CONFIRMED;
            declared.receipts.values().forEach(paid -> model.books.toHousehold(line.day, paid.flat(), -paid.fen()));
        });
    }

    void giveBack(Line line) {
        line.shares.forEach((slip, fen) -> slip.arrive(-fen));
    }
}
