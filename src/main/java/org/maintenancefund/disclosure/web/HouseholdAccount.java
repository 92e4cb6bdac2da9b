package org.maintenancefund.disclosure.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.billing.BilledMonth;
import org.maintenancefund.collection.PaymentStage;
import org.maintenancefund.collection.UnitReceipt;
import org.maintenancefund.kernel.MaskedNames;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.OpeningBalance;
import org.maintenancefund.unit.Replenishment;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.maintenancefund.web.SummaryRow;

/**
 * The account of one household as its owner sees it: nothing of the neighbours', and of names the first and the last character.
 *
 * @param bills    by month, the latest first
 * @param payments the latest first, each with its stages
 */
record HouseholdAccount(String title, List<SummaryRow> rows, RecordTable bills, List<Payment> payments) {

    HouseholdAccount {
        rows = List.copyOf(rows);
        payments = List.copyOf(payments);
    }

    /**
     * A payment.
     *
     * @param stages all four in their order, without the company's where none held the money; none of what was taken back or takes something
     *               back
     */
    record Payment(
            String number,
            Money amount,
            String from,
            String state,
            String tag,
            @Nullable String left,
            List<Stage> stages) {}

    /**
     * How far a payment is.
     *
     * @param reached whether it is there
     * @param text    since when, or what it is about
     */
    record Stage(String label, boolean reached, String text) {}

    static HouseholdAccount of(
            FoundUnit unit,
            String area,
            List<BilledMonth> bills,
            List<UnitReceipt> receipts,
            @Nullable OpeningBalance opening,
            @Nullable Money balance) {
        return new HouseholdAccount(
                Messages.of("disclosure.household", area, unit.place().shown()),
                summary(unit, bills, receipts, opening, balance),
                table(bills),
                receipts.stream().map(HouseholdAccount::payment).toList());
    }

    private static List<SummaryRow> summary(
            FoundUnit unit,
            List<BilledMonth> bills,
            List<UnitReceipt> receipts,
            @Nullable OpeningBalance opening,
            @Nullable Money balance) {
        return List.of(
                row("number", unit.number()),
                row(
                        "payer",
                        unit.payer() == null
                                ? null
                                : MaskedNames.of(unit.payer().name())),
                row("floorArea", Messages.of("disclosure.floor-area", unit.floorArea())),
                row("open", Money.sum(bills.stream().map(BilledMonth::open))),
                row("prepaid", Money.sum(receipts.stream().map(UnitReceipt::left)))
                        .withNote(Messages.of("disclosure.prepaid.note")),
                row("balance", balance == null ? Messages.of("disclosure.balance.none") : balance)
                        .withNote(Messages.of("disclosure.balance.note")),
                opening == null
                        ? row("opening", Messages.of("disclosure.opening.none"))
                        : row("opening", opening.balance())
                                .withNote(Messages.of("disclosure.opening.note", opening.asOf())),
                row(
                        "original",
                        opening == null || opening.original() == null
                                ? Messages.of("disclosure.original.none")
                                : opening.original()),
                SummaryRow.of(
                        Messages.of("unit.opening.question"),
                        Messages.of("unit.opening.question." + question(opening, balance))));
    }

    /** By what the books say today; by what the household began with as long as nothing is booked to it. */
    private static Replenishment question(@Nullable OpeningBalance opening, @Nullable Money balance) {
        return opening == null
                ? Replenishment.UNKNOWN
                : balance == null ? opening.replenishment() : Replenishment.of(opening.original(), balance);
    }

    private static RecordTable table(List<BilledMonth> bills) {
        List<Row> rows = bills.stream()
                .limit(RecordTable.MOST)
                .map(bill -> Row.of(
                        Cell.of(bill.month()),
                        Cell.of(bill.amount())
                                .under(
                                        bill.adjusted().isZero()
                                                ? bill.formula()
                                                : Messages.of("disclosure.adjusted", bill.formula(), bill.adjusted())),
                        Cell.of(bill.paid()),
                        Cell.of(bill.open()),
                        Cell.tag(bill.tag(), bill.state())))
                .toList();
        return RecordTable.of("disclosure.bills", rows, bills.size());
    }

    private static Payment payment(UnitReceipt receipt) {
        return new Payment(
                receipt.number(),
                receipt.amount(),
                Messages.of(
                        receipt.straight() ? "disclosure.from.straight" : "disclosure.from",
                        MaskedNames.of(receipt.payer()),
                        receipt.way(),
                        receipt.organisation()),
                receipt.state(),
                receipt.tag(),
                receipt.left().isPositive() ? Messages.of("disclosure.left", receipt.left()) : null,
                receipt.live() ? stages(receipt) : List.of());
    }

    private static List<Stage> stages(UnitReceipt receipt) {
        return Arrays.stream(PaymentStage.values())
                .filter(stage -> !(receipt.straight() && stage == PaymentStage.RECEIVED))
                .map(stage -> stage(stage, receipt))
                .toList();
    }

    /** Each with its day, or that it is still to come. */
    private static Stage stage(PaymentStage stage, UnitReceipt receipt) {
        LocalDate received = receipt.receivedOn();
        return switch (stage) {
            case BILLED ->
                receipt.months().isEmpty()
                        ? new Stage(stage.label(), false, Messages.of("disclosure.stage.ahead"))
                        : new Stage(stage.label(), true, receipt.months());
            case RECEIVED -> new Stage(stage.label(), true, received.toString());
            case IN_FUND_ACCOUNT -> reached(stage, receipt.arrivedOn());
            case BOOKED -> reached(stage, receipt.bookedOn());
        };
    }

    private static Stage reached(PaymentStage stage, @Nullable LocalDate day) {
        return day == null
                ? new Stage(stage.label(), false, Messages.of("disclosure.stage.not-yet"))
                : new Stage(stage.label(), true, day.toString());
    }

    private static SummaryRow row(String field, @Nullable Object value) {
        return SummaryRow.of(Messages.of("disclosure.field." + field), value);
    }
}
