package org.maintenancefund.collection.receipt.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.collection.receipt.PaymentWay;
import org.maintenancefund.collection.receipt.ReceivedFrom;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.web.Asked;
import org.maintenancefund.web.Choice;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;
import org.springframework.validation.Errors;

/** 收款 as typed; the components stand in the order of the page. */
@Labels("collection.field.")
record ReceiptForm(
        @Typed(value = Money.class, by = "parsePositive") String amount,

        @Choice(value = PaymentWay.class, required = "collection.way.required")
        String way,

        @Typed(TypedDate.class) String day,

        List<String> months,

        @Choice(value = ReceivedFrom.class, required = "collection.from.required")
        String from,

        @Text(max = NewReceipt.LONGEST_PAYER, required = "collection.payer.required")
        String payer,

        @Text(max = NewReceipt.LONGEST_EXTERNAL_NUMBER, optional = true)
        String externalNumber,

        @Text(max = NewReceipt.LONGEST_NOTE, optional = true)
        String note,

        Asked asked) {

    ReceiptForm(
            @Nullable String amount,
            @Nullable String way,
            @Nullable String day,
            @Nullable List<String> months,
            @Nullable String from,
            @Nullable String payer,
            @Nullable String externalNumber,
            @Nullable String note,
            @Nullable Asked asked) {
        this.amount = Objects.requireNonNullElse(amount, "");
        this.way = Objects.requireNonNullElse(way, "");
        this.day = Objects.requireNonNullElse(day, "");
        this.months = months == null ? List.of() : List.copyOf(months);
        this.from = Objects.requireNonNullElse(from, "");
        this.payer = Objects.requireNonNullElse(payer, "");
        this.externalNumber = Objects.requireNonNullElse(externalNumber, "");
        this.note = Objects.requireNonNullElse(note, "");
        this.asked = Objects.requireNonNullElse(asked, Asked.NOTHING);
    }

    /** Filled in with what most people pay: all that is open, today, by its owner. */
    static ReceiptForm of(Money open, PaymentWay way, LocalDate today, String payer) {
        return new ReceiptForm(
                open.isPositive() ? open.decimal().toPlainString() : "",
                way.name(),
                today.toString(),
                List.of(),
                ReceivedFrom.OWNER.name(),
                payer,
                "",
                "",
                Asked.NOTHING);
    }

    /** The payment, or null where something is wrong, which the errors tell. */
    @Nullable
    NewReceipt read(UnitId unit, Errors errors) {
        List<YearMonth> named = months(errors);
        String external = NewReceipt.externalNumber(externalNumber);
        return errors.hasErrors()
                ? null
                : new NewReceipt(
                        unit,
                        Money.parsePositive(amount).value(),
                        TypedDate.parse(day).value(),
                        PaymentWay.valueOf(way),
                        ReceivedFrom.valueOf(from),
                        ChineseText.clean(payer),
                        named,
                        external.isEmpty() ? null : external,
                        ChineseText.clean(note));
    }

    private List<YearMonth> months(Errors errors) {
        try {
            return months.stream().map(YearMonth::parse).toList();
        } catch (DateTimeParseException tamperedWith) {
            FieldErrors.reject(errors, "months", "collection.months.unreadable");
            return List.of();
        }
    }
}
