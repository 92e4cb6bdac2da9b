package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.bank.ABankFile;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.bank.statement.BankLineState;
import org.maintenancefund.collection.RandomCity.Flat;
import org.maintenancefund.collection.RandomRemittance.Event;
import org.maintenancefund.collection.RandomRemittance.Line;
import org.maintenancefund.collection.RandomRemittance.Slip;
import org.maintenancefund.collection.remittance.SlipState;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.LedgerAccount;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements of the bank, made for what happens: each goes on where the last one ended, and the same file again is nothing. */
final class RandomStatements {

    private static final String PAYER = "32050161513600000188";

    private final RandomRemittance model;
    private final RandomCity city;
    private final RandomMatches matches;
    private final ApplicationContext context;
    private final JdbcClient jdbc;

    RandomStatements(RandomRemittance model, RandomMatches matches, ApplicationContext context) {
        this.model = model;
        this.matches = matches;
        this.context = context;
        city = model.city;
        jdbc = city.get(JdbcClient.class);
    }

    /** Slips are paid: with the right amount and number, with a wrong one, two at once, half of one, twice, without a word. */
    boolean slipsPaid(Flat any) {
        List<Slip> open =
                model.slips.stream().filter(slip -> slip.state.isExpected()).toList();
        if (open.isEmpty()) {
            return false;
        }
        Slip slip = city.anyOf(open);
        RandomTransfer right = RandomTransfer.naming(slip.open(), List.of(slip));
        keep(
                switch (city.upTo(9)) {
                    case 0 -> List.of(RandomTransfer.naming(slip.open() + 9, List.of(slip)));
                    case 1 -> List.of(right, right);
                    case 2 -> List.of(RandomTransfer.silent(slip));
                    case 3, 4 -> List.of(RandomTransfer.naming(slip.open() / 2 + 1, List.of(slip)));
                    case 5, 6 -> List.of(together(slip, city.anyOf(open)));
                    default -> List.of(right);
                });
        return true;
    }

    private static RandomTransfer together(Slip one, Slip other) {
        return one == other
                ? RandomTransfer.naming(one.open(), List.of(one))
                : RandomTransfer.naming(one.open() + other.open(), List.of(one, other));
    }

    /** What has to do with no slip. */
    boolean others(Flat flat) {
        long fen = 1 + city.upTo(50_00);
        List<RandomTransfer> some = new ArrayList<>(List.of(
                RandomTransfer.by(flat, fen),
                RandomTransfer.of(BankLineKind.INTEREST, fen),
                RandomTransfer.of(BankLineKind.MISTAKEN, fen),
                RandomTransfer.of(BankLineKind.FIRST_DEPOSIT, fen)));
        if (balance() >= fen) {
            some.add(RandomTransfer.of(BankLineKind.FEE, -fen));
            some.add(RandomTransfer.of(BankLineKind.WITHDRAWAL, -fen));
        }
        keep(List.of(city.anyOf(some)));
        return true;
    }

    /** The money of a line goes back. */
    boolean sentBack(Flat any) {
        Optional<Line> some = model.any(
                model.lines,
                line -> line.kind != BankLineKind.RETURNED
                        && line.meant != BankLineKind.RETURNED
                        && line.fen <= balance()
                        && model.lines.stream().noneMatch(other -> other.returns == line));
        some.ifPresent(line -> keep(List.of(RandomTransfer.sendingBack(line))));
        return some.isPresent();
    }

    /** A household pays into the account, and its bank sends the money back. */
    boolean paidAndSentBack(Flat flat) {
        Line paid = keep(List.of(RandomTransfer.by(flat, 1 + city.upTo(50_00)))).get(0);
        matches.settle(paid);
        matches.settle(keep(List.of(RandomTransfer.sendingBack(paid))).get(0));
        return true;
    }

    private long balance() {
        return model.books.balance(LedgerAccount.BANK);
    }

    /** Often late ones, of the day of the last line, else of today; sometimes the same file is sent once more. */
    List<Line> keep(List<RandomTransfer> transfers) {
        LocalDate last = model.lines.isEmpty() ? city.today() : model.lines.get(model.lines.size() - 1).day;
        LocalDate day = city.upTo(4) > 0 ? last : city.today();
        List<Line> fresh = transfers.stream().map(told -> new Line(day, told)).toList();
        List<Line> told = new ArrayList<>();
        // A bank's file has whole days: the lines of the day that are known already, too.
        if (day.equals(last) || city.upTo(2) == 0) {
            model.lines.stream().filter(line -> line.day.equals(last)).forEach(told::add);
        }
        ABankFile file = ABankFile.of(RandomRemittance.NUMBER, decimal(balance() - fen(told)));
        told.addAll(fresh);
        told.forEach(line -> write(line, file));
        file.keep(model.account, model.clerk, context);
        for (Line line : fresh) {
            model.lines.add(line);
            line.id = id(model.lines.size());
            model.books.move(line.day, LedgerAccount.BANK, LedgerAccount.UNALLOCATED, line.fen);
        }
        matches.automatic();
        if (city.upTo(4) == 0) {
            assertThat(file.upload(model.account, model.colleague, context).id())
                    .as("sent again")
                    .isNull();
            model.seen.add(Event.THE_SAME_FILE_AGAIN);
        }
        return fresh;
    }

    private static long fen(List<Line> lines) {
        return lines.stream().mapToLong(line -> line.fen).sum();
    }

    private static void write(Line line, ABankFile file) {
        if (line.fen > 0) {
            String payer = line.other.equals(RandomTransfer.COMPANY) ? PAYER : "";
            file.in(line.day, decimal(line.fen), line.other, payer, line.text);
        } else {
            file.out(line.day, decimal(-line.fen), line.other, line.text);
        }
    }

    private static String decimal(long fen) {
        return new Money(fen).decimal().toPlainString();
    }

    private UUID id(int sequence) {
        return jdbc.sql("SELECT id FROM bank_line WHERE account_id = :account AND sequence = :sequence")
                .param("account", model.account.value())
                .param("sequence", sequence)
                .query(UUID.class)
                .single();
    }

    /** Money of a booked slip goes back, comes again and is booked again: all households have what they had. */
    boolean sentBackAndAgain(Flat any, RandomSlips slips) {
        Optional<Line> some = model.any(
                model.lines,
                line -> line.state == BankLineState.SETTLED
                        && line.shares.size() == 1
                        && line.fen <= balance()
                        && line.shares.keySet().stream().allMatch(RandomStatements::isBookedWhole)
                        && model.lines.stream().noneMatch(other -> other.returns == line));
        some.ifPresent(line -> {
            Slip slip = line.shares.keySet().iterator().next();
            List<Long> before = city.flats().stream().map(model.books::balance).toList();
            matches.settle(keep(List.of(RandomTransfer.sendingBack(line))).get(0));
            keep(List.of(RandomTransfer.naming(line.fen, List.of(slip))));
            if (slip.state == SlipState.ARRIVED) {
                slips.book(slip);
                assertThat(city.flats().stream().map(model.books::balance).toList())
                        .isEqualTo(before);
                model.seen.add(Event.SENT_AND_BOOKED_AGAIN);
            }
        });
        return some.isPresent();
    }

    private static boolean isBookedWhole(Slip slip) {
        return slip.state == SlipState.BOOKED
                && slip.declarations.stream().allMatch(declared -> declared.reversed.isEmpty());
    }
}
