package org.maintenancefund.collection;

import java.time.LocalDate;
import java.util.Objects;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.bank.statement.BankLineState;
import org.maintenancefund.collection.RandomCity.Flat;
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
            case OWNER_PAYMENT, FIRST_DEPOSIT -> toHouseholds(line, line.day, 1);
            case INTEREST -> model.books.move(line.day, LedgerAccount.UNALLOCATED, LedgerAccount.INCOME, line.fen);
            case FEE, WITHDRAWAL ->
                model.books.move(line.day, LedgerAccount.UNALLOCATED, LedgerAccount.SPENDING, line.fen);
            case RETURNED -> sendBack(line, Objects.requireNonNull(line.returns));
            case MISTAKEN, PENDING -> {
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
                default -> unbook(returned, line.day);
            }
            if (returned.kind == BankLineKind.OWNER_PAYMENT) {
                model.seen.add(Event.PAID_ITSELF_AND_SENT_BACK);
            }
        }
        returned.become(BankLineKind.RETURNED, BankLineState.SETTLED);
    }

    /** What was booked by a line alone is reversed, in the month of that day where it is open. */
    void unbook(Line line, LocalDate day) {
        switch (line.kind) {
            case OWNER_PAYMENT, FIRST_DEPOSIT -> toHouseholds(line, day, -1);
            case INTEREST -> model.books.move(day, LedgerAccount.UNALLOCATED, LedgerAccount.INCOME, -line.fen);
            case FEE, WITHDRAWAL -> model.books.move(day, LedgerAccount.UNALLOCATED, LedgerAccount.SPENDING, -line.fen);
            default -> {
                // Nothing was booked by it.
            }
        }
    }

    /** What a household paid itself is a payment of it, too; what was paid before there were bills is not. */
    private void toHouseholds(Line line, LocalDate day, int sign) {
        if (line.kind == BankLineKind.FIRST_DEPOSIT) {
            model.seen.add(Event.FIRST_DEPOSITS_BOOKED);
            line.households.forEach((flat, fen) -> model.books.toHousehold(day, flat, sign * fen));
            return;
        }
        Flat owner = Objects.requireNonNull(line.owner);
        model.books.toHousehold(day, owner, sign * line.fen);
        if (sign > 0) {
            model.seen.add(Event.A_HOUSEHOLD_PAID_ITSELF);
            owner.straight.put(line.id, line.fen);
        } else {
            owner.straight.remove(line.id);
        }
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
