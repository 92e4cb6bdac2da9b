package org.maintenancefund.bank.statement;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.bank.template.StatementDates;
import org.maintenancefund.bank.template.StatementField;
import org.maintenancefund.bank.template.StatementLayout;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.web.sheet.SheetCell;
import org.maintenancefund.web.sheet.SheetRow;

/** Reads one row of the table as a line. */
final class StatementRow {

    /** What banks and people write for nothing. */
    private static final List<String> NOTHING = List.of("", "-", "--", "0", "0.0", "0.00");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 1_000;

    private final StatementLayout layout;
    private final Map<StatementField, List<Integer>> columns;
    private final StatementDates dates;

    StatementRow(StatementLayout layout, Map<StatementField, List<Integer>> columns) {
        this.layout = layout;
        this.columns = columns;
        this.dates = new StatementDates(layout.dates());
    }

    /** What came of a row: a line, or why it is none. */
    record Read(Optional<StatementLine> line, Optional<String> account, List<Reason> faults) {}

    /** Neither a day nor any amount: a remark below the table. */
    boolean isBlank(SheetRow row) {
        return dates.day(text(row, StatementField.DAY)) == null
                && List.of(StatementField.AMOUNT, StatementField.INCOME, StatementField.EXPENSE, StatementField.BALANCE)
                        .stream()
                        .allMatch(field -> text(row, field).isEmpty());
    }

    Read read(SheetRow row) {
        List<Reason> faults = new ArrayList<>();
        LocalDate day = day(row, faults);
        Money amount = amount(row, faults);
        Money balance = money(row, StatementField.BALANCE, faults);
        for (StatementField number : List.of(
                StatementField.ACCOUNT,
                StatementField.SERIAL,
                StatementField.COUNTERPARTY_ACCOUNT,
                StatementField.PAYER_ACCOUNT,
                StatementField.PAYEE_ACCOUNT)) {
            if (StatementParser.isDamaged(cell(row, number))) {
                faults.add(StatementParser.damaged(row.number(), text(row, number)));
            }
        }
        Optional<String> account = Optional.of(StatementParser.digits(text(row, StatementField.ACCOUNT)))
                .filter(digits -> !digits.isEmpty());
        if (!faults.isEmpty() || day == null || amount == null || balance == null) {
            return new Read(Optional.empty(), account, faults);
        }
        boolean in = amount.isPositive();
        String serial = ChineseText.code(text(row, StatementField.SERIAL));
        return new Read(
                Optional.of(new StatementLine(
                        row.number(),
                        day,
                        time(row),
                        serial.isEmpty() ? null : SheetCell.shortened(serial, LONGEST_NAME),
                        amount,
                        balance,
                        either(row, StatementField.COUNTERPARTY, in ? StatementField.PAYER : StatementField.PAYEE),
                        ChineseText.code(either(
                                row,
                                StatementField.COUNTERPARTY_ACCOUNT,
                                in ? StatementField.PAYER_ACCOUNT : StatementField.PAYEE_ACCOUNT)),
                        words(row),
                        0)),
                account,
                List.of());
    }

    private @Nullable LocalDate day(SheetRow row, List<Reason> faults) {
        String text = text(row, StatementField.DAY);
        LocalDate day = dates.day(text);
        if (day == null) {
            faults.add(
                    text.isEmpty()
                            ? Reason.of("bank.read.day.required", row.number())
                            : Reason.of("bank.read.day", row.number(), SheetCell.shortened(text, 20)));
        }
        return day;
    }

    private @Nullable LocalTime time(SheetRow row) {
        String own = text(row, StatementField.TIME);
        return own.isEmpty() ? dates.time(text(row, StatementField.DAY)) : dates.time(own);
    }

    /** With its sign; null after its fault was noted. */
    private @Nullable Money amount(SheetRow row, List<Reason> faults) {
        Money amount = switch (layout.sign()) {
            case SIGNED -> money(row, StatementField.AMOUNT, faults);
            case DIRECTION -> directed(row, faults);
            case TWO_COLUMNS -> ofTwo(row, faults);
        };
        if (amount != null && amount.isZero()) {
            faults.add(Reason.of("bank.read.no-amount", row.number()));
            return null;
        }
        return amount;
    }

    private @Nullable Money directed(SheetRow row, List<Reason> faults) {
        Money amount = money(row, StatementField.AMOUNT, faults);
        String word = ChineseText.fold(text(row, StatementField.DIRECTION));
        boolean in = layout.incomeWords().stream().map(ChineseText::fold).anyMatch(word::equals);
        boolean out = layout.expenseWords().stream().map(ChineseText::fold).anyMatch(word::equals);
        if (amount == null) {
            return null;
        }
        if (in == out) {
            faults.add(
                    Reason.of("bank.read.direction", row.number(), text(row, StatementField.DIRECTION), directions()));
            return null;
        }
        return in ? amount : amount.negated();
    }

    private String directions() {
        return String.join("、", layout.incomeWords()) + "、" + String.join("、", layout.expenseWords());
    }

    private @Nullable Money ofTwo(SheetRow row, List<Reason> faults) {
        boolean in = !NOTHING.contains(figure(row, StatementField.INCOME));
        boolean out = !NOTHING.contains(figure(row, StatementField.EXPENSE));
        if (in && out) {
            faults.add(Reason.of(
                    "bank.read.both",
                    row.number(),
                    text(row, StatementField.INCOME),
                    text(row, StatementField.EXPENSE)));
            return null;
        }
        if (!in && !out) {
            return Money.ZERO;
        }
        Money amount = money(row, in ? StatementField.INCOME : StatementField.EXPENSE, faults);
        return amount == null || in ? amount : amount.negated();
    }

    private @Nullable Money money(SheetRow row, StatementField field, List<Reason> faults) {
        String figure = figure(row, field).replaceFirst("^[￥¥]", "");
        Checked<Money> read = Money.parseSigned(figure);
        if (read.isOk()) {
            return read.value();
        }
        faults.add(
                figure.isEmpty()
                        ? Reason.of("bank.read.missing", row.number(), field.label())
                        : Reason.of("bank.read.amount", row.number(), field.label(), SheetCell.shortened(figure, 20)));
        return null;
    }

    private String either(SheetRow row, StatementField both, StatementField side) {
        String told = text(row, both);
        return SheetCell.shortened(told.isEmpty() ? text(row, side) : told, LONGEST_NAME);
    }

    private String words(SheetRow row) {
        return SheetCell.shortened(
                columns.getOrDefault(StatementField.TEXT, List.of()).stream()
                        .map(place -> ChineseText.clean(row.cell(place).text()))
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(" ")),
                LONGEST_TEXT);
    }

    private SheetCell cell(SheetRow row, StatementField field) {
        List<Integer> places = columns.get(field);
        return places == null ? row.cell(Integer.MAX_VALUE) : row.cell(places.get(0));
    }

    private String text(SheetRow row, StatementField field) {
        return Objects.requireNonNull(ChineseText.clean(cell(row, field).text()));
    }

    private String figure(SheetRow row, StatementField field) {
        return ChineseText.clean(cell(row, field).figure());
    }
}
