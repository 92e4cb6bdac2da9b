package org.maintenancefund.collection.receipt;

import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Money;

/** What receipts pay, in the words of the trail. */
final class ReceiptWords {

    private ReceiptWords() {}

    /** 2026-11 22.40、2026-12 10.00; null where no month is paid. */
    static @Nullable String months(Map<YearMonth, Money> paid) {
        return paid.isEmpty()
                ? null
                : paid.entrySet().stream()
                        .map(month -> Messages.of("collection.month-paid", month.getKey(), month.getValue()))
                        .collect(Collectors.joining("、"));
    }
}
