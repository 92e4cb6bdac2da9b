package org.maintenancefund.collection.receipt.importing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.collection.NamedMonths;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.collection.receipt.PaymentWay;
import org.maintenancefund.collection.receipt.ReceivedFrom;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportLine;
import org.maintenancefund.importing.RowFaults;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.FoundUnit;
import org.maintenancefund.unit.Payer;

/** Reads the cells of the rows of one file. */
@RequiredArgsConstructor
final class ReceiptRowReader {

    private final ImportHeader<ReceiptColumn> header;

    private String text(ImportLine<ReceiptColumn> line, ReceiptColumn column) {
        return header.cell(line.cells(), column);
    }

    /** An empty cell tells nothing. */
    boolean tells(ImportLine<ReceiptColumn> line, ReceiptColumn column) {
        return !text(line, column).isEmpty();
    }

    /** 外部流水号 as it is kept; empty where none can be read. */
    String externalNumber(ImportLine<ReceiptColumn> line) {
        return line.faults().containsKey(ReceiptColumn.EXTERNAL_NUMBER)
                ? ""
                : NewReceipt.externalNumber(text(line, ReceiptColumn.EXTERNAL_NUMBER));
    }

    /**
     * The payment of the row; null after the faults were noted.
     *
     * @param unit null where that is one of the faults: the other ones are told all the same
     */
    @Nullable
    NewReceipt payment(ImportLine<ReceiptColumn> line, @Nullable FoundUnit unit, RowFaults<ReceiptColumn> faults) {
        if (externalNumber(line).isEmpty()) {
            faults.add(ReceiptColumn.EXTERNAL_NUMBER, "collection.import.external-number.required");
        }
        String external = faults.check(
                ReceiptColumn.EXTERNAL_NUMBER,
                ChineseText.optional(externalNumber(line), NewReceipt.LONGEST_EXTERNAL_NUMBER));
        LocalDate day = faults.check(ReceiptColumn.DAY, ReceivedDay.parse(text(line, ReceiptColumn.DAY)));
        Money amount = faults.check(ReceiptColumn.AMOUNT, Money.parsePositive(amount(line)));
        PaymentWay way = faults.check(ReceiptColumn.WAY, way(text(line, ReceiptColumn.WAY)));
        ReceivedFrom from = optional(
                        line, ReceiptColumn.FROM, typed -> Labelled.parse(ReceivedFrom.class, typed), faults)
                .orElse(ReceivedFrom.OWNER);
        String payer = payer(line, unit, faults);
        List<YearMonth> months =
                faults.check(ReceiptColumn.MONTHS, NamedMonths.parse(text(line, ReceiptColumn.MONTHS)));
        String note = faults.check(
                ReceiptColumn.NOTE, ChineseText.optional(text(line, ReceiptColumn.NOTE), NewReceipt.LONGEST_NOTE));
        return unit == null
                        || external == null
                        || day == null
                        || amount == null
                        || way == null
                        || payer == null
                        || months == null
                        || note == null
                        || !faults.isEmpty()
                ? null
                : new NewReceipt(unit.id(), amount, day, way, from, payer, months, external, note);
    }

    /** Without the sign of the currency. */
    private String amount(ImportLine<ReceiptColumn> line) {
        return text(line, ReceiptColumn.AMOUNT).replaceFirst("^[¥￥]", "");
    }

    /** Who brought it; without a name the one who pays for the unit, if one is on record. */
    private @Nullable String payer(
            ImportLine<ReceiptColumn> line, @Nullable FoundUnit unit, RowFaults<ReceiptColumn> faults) {
        if (tells(line, ReceiptColumn.PAYER)) {
            return faults.check(
                    ReceiptColumn.PAYER,
                    ChineseText.required(text(line, ReceiptColumn.PAYER), NewReceipt.LONGEST_PAYER));
        }
        Payer known = unit == null ? null : unit.payer();
        if (unit != null && known == null) {
            faults.add(ReceiptColumn.PAYER, "collection.payer.required");
        }
        return known == null ? null : known.name();
    }

    /** 方式 by its own word or by one of those that other systems have for it. */
    private static Checked<PaymentWay> way(String typed) {
        String word = ChineseText.fold(typed);
        if (word.isEmpty()) {
            return Checked.refused("collection.import.way.required");
        }
        return Arrays.stream(PaymentWay.values())
                .filter(way ->
                        Messages.list("collection.import.way." + way.name()).contains(word))
                .findFirst()
                .map(Checked::ok)
                .orElseGet(() -> Labelled.parse(PaymentWay.class, typed));
    }

    /** What is read of a cell that may be empty; empty also after its fault was noted. */
    private <T> Optional<T> optional(
            ImportLine<ReceiptColumn> line,
            ReceiptColumn column,
            Function<String, Checked<T>> reader,
            RowFaults<ReceiptColumn> faults) {
        String typed = text(line, column);
        return typed.isEmpty() ? Optional.empty() : Optional.ofNullable(faults.check(column, reader.apply(typed)));
    }
}
