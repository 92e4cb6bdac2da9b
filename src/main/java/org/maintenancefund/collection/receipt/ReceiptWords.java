package org.maintenancefund.collection.receipt;

import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.FoundUnit;

/** What receipts pay, in the words of the trail. */
final class ReceiptWords {

    private ReceiptWords() {}

    /** That a payment was recorded, and which months it paid at once. */
    static AuditEvent recorded(ReceiptNumber number, FoundUnit unit, NewReceipt told, Map<YearMonth, Money> paid) {
        return AuditEvent.of("RECEIPT_RECORDED")
                .on("receipt", number, unit.named())
                .change("receivedAmount", null, told.amount())
                .change("receivedOn", null, told.day())
                .change("paymentWay", null, told.way().label())
                .change("paidBy", null, told.payer())
                .change("externalNumber", null, told.externalNumber())
                .change("allocation", null, months(paid));
    }

    /** 2026-11 22.40、2026-12 10.00; null where no month is paid. */
    static @Nullable String months(Map<YearMonth, Money> paid) {
        return paid.isEmpty()
                ? null
                : paid.entrySet().stream()
                        .map(month -> Messages.of("collection.month-paid", month.getKey(), month.getValue()))
                        .collect(Collectors.joining("、"));
    }
}
