package org.maintenancefund.collection.receipt;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;

/**
 * A payment to be recorded.
 *
 * @param amount         more than nothing
 * @param day            收款日期
 * @param months         that the payer names to be paid first; empty for the earliest open ones
 * @param payer          缴款人, by name
 * @param externalNumber 外部流水号; null where there is none
 */
public record NewReceipt(
        UnitId unit,
        Money amount,
        LocalDate day,
        PaymentWay way,
        ReceivedFrom from,
        String payer,
        List<YearMonth> months,
        @Nullable String externalNumber,
        String note) {

    public static final int LONGEST_PAYER = 100;
    public static final int LONGEST_EXTERNAL_NUMBER = 64;
    public static final int LONGEST_NOTE = 200;

    /** 外部流水号 as it is kept, however it is typed; empty where there is none. */
    public static String externalNumber(@Nullable String typed) {
        return ChineseText.code(typed).toUpperCase(Locale.ROOT);
    }

    public NewReceipt {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a receipt is of more than nothing");
        }
        months = List.copyOf(months);
    }
}
