package org.maintenancefund.disclosure.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.billing.SeenMonths;
import org.maintenancefund.collection.PaymentStage;
import org.maintenancefund.collection.UnitReceipt;
import org.maintenancefund.collection.UnitReceipts;
import org.maintenancefund.disclosure.HouseholdBooks;
import org.maintenancefund.disclosure.HouseholdBooks.Booked;
import org.maintenancefund.disclosure.paper.PaperContent.Line;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.kernel.money.AmountInWords;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.UnitId;
import org.springframework.stereotype.Component;

/**
 * What the books say of a household: 余额证明 for a sale, and 分户账对账单 from a day to another. Neither names anybody, since the balance
 * goes with the flat.
 */
@Component
@RequiredArgsConstructor
class HouseholdPapers {

    /** Fifty years of months. */
    private static final int MOST = 600;

    private static final int LONGEST_IN_YEARS = 10;

    private final HouseholdBooks books;
    private final UnitReceipts receipts;
    private final PropertyAreas areas;
    private final Clock clock;

    /** As of today. */
    NewPaper balance(FoundUnit unit) {
        LocalDate day = LocalDate.now(clock);
        Money balance = balance(unit.id(), day);
        List<Line> lines = unit(unit);
        lines.add(Line.of("floorArea", Messages.of("disclosure.floor-area", unit.floorArea())));
        lines.add(Line.of("asOf", Times.longDate(day)));
        lines.add(Line.of("balance", amount(balance)));
        return new NewPaper(
                PaperKind.BALANCE,
                unit.id(),
                null,
                null,
                day,
                balance,
                new PaperContent(
                        Messages.of("disclosure.paper.balance.text"),
                        lines,
                        List.of(),
                        0,
                        List.of(),
                        Messages.of("disclosure.paper.balance.note")));
    }

    /**
     * From the beginning of a day to the end of another.
     *
     * @throws Refusal where the days are no such stretch, or nothing was ever booked
     */
    NewPaper statement(FoundUnit unit, LocalDate first, LocalDate last) {
        requireStretch(first, last);
        Money closing = balance(unit.id(), last);
        List<Booked> booked = books.booked(unit.id(), first, last, MOST);
        if (booked.size() == MOST) {
            throw Refusal.because("disclosure.paper.statement.too-many");
        }
        Money opening = closing.minus(Money.sum(booked.stream().map(Booked::amount)));
        List<Line> lines = unit(unit);
        lines.add(Line.of(
                "stretch",
                Messages.of("disclosure.paper.statement.stretch", Times.longDate(first), Times.longDate(last))));
        lines.add(Line.of("opening", amount(opening)));
        lines.add(Line.of("closing", amount(closing)));
        lines.add(Line.of("underway", underway(unit.id(), last)));
        return new NewPaper(
                PaperKind.STATEMENT,
                unit.id(),
                null,
                first,
                last,
                closing,
                new PaperContent(
                        Messages.of("disclosure.paper.statement.text"),
                        lines,
                        Messages.list("disclosure.paper.statement.columns"),
                        3,
                        rows(opening, booked),
                        Messages.of("disclosure.paper.statement.note")));
    }

    PaperValidity standing(IssuedPaper paper) {
        HouseholdBooks.Since since = books.since(paper.unit(), paper.lastDay(), paper.issuedAt());
        String day = Times.longDate(paper.lastDay());
        if (since.late()) {
            return PaperValidity.over("disclosure.paper.books.corrected", day);
        }
        return since.later() == 0
                ? PaperValidity.holds("disclosure.paper.books.holds", day)
                : PaperValidity.holds("disclosure.paper.books.moved", day, since.later());
    }

    private void requireStretch(LocalDate first, LocalDate last) {
        if (last.isAfter(LocalDate.now(clock))) {
            throw Refusal.because("disclosure.paper.statement.future");
        }
        if (first.isAfter(last)) {
            throw Refusal.because("disclosure.paper.statement.backwards");
        }
        if (first.plusYears(LONGEST_IN_YEARS).isBefore(last)) {
            throw Refusal.because("disclosure.paper.statement.too-long", LONGEST_IN_YEARS);
        }
    }

    private Money balance(UnitId unit, LocalDate day) {
        return books.balance(unit, day).orElseThrow(() -> Refusal.because("disclosure.paper.books.none"));
    }

    private List<Line> unit(FoundUnit unit) {
        return new ArrayList<>(List.of(
                Line.of("area", areas.get(unit.area()).name()),
                Line.of("unit", unit.place().shown()),
                Line.of("number", unit.number())));
    }

    /** What the company has taken and is not booked yet is no part of the balance, and is told beside it. */
    private String underway(UnitId unit, LocalDate last) {
        String told = receipts.of(unit, SeenMonths.ALL, MOST).stream()
                .filter(receipt -> receipt.live() && receipt.stage() != PaymentStage.BOOKED)
                .filter(receipt -> !receipt.receivedOn().isAfter(last))
                .map(HouseholdPapers::underway)
                .collect(Collectors.joining(Messages.of("disclosure.paper.statement.underway.between")));
        return told.isEmpty() ? Messages.of("disclosure.paper.statement.underway.none") : told;
    }

    private static String underway(UnitReceipt receipt) {
        PaymentStage stage = receipt.stage() == null ? PaymentStage.RECEIVED : receipt.stage();
        return Messages.of(
                "disclosure.paper.statement.underway",
                receipt.number(),
                receipt.receivedOn(),
                receipt.amount(),
                stage.label());
    }

    private static List<List<String>> rows(Money opening, List<Booked> booked) {
        List<List<String>> rows = new ArrayList<>();
        Money balance = opening;
        for (Booked one : booked) {
            balance = balance.plus(one.amount());
            boolean in = one.amount().isPositive();
            rows.add(List.of(
                    one.day().toString(),
                    one.reversal()
                            ? Messages.of(
                                    "disclosure.paper.statement.reversal",
                                    one.kind().label())
                            : one.kind().label(),
                    one.reference(),
                    in ? one.amount().toString() : "",
                    in ? "" : one.amount().negated().toString(),
                    balance.toString()));
        }
        return rows;
    }

    private static String amount(Money amount) {
        return Messages.of("disclosure.paper.amount", amount, AmountInWords.of(amount));
    }
}
