package org.maintenancefund.collection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Labelled;

/** The way of a payment, from the bill to the household's own account, in its order. */
public enum PaymentStage implements Labelled {
    /** 应收. */
    BILLED,
    /** 物业已代收. */
    RECEIVED,
    /** 已到专户: in the bank. */
    IN_FUND_ACCOUNT,
    /** 已入分户账: booked to the household. */
    BOOKED;

    /** That of money that was received: by when it reached the account, and was booked; null before. */
    public static PaymentStage of(@Nullable LocalDate arrivedOn, @Nullable LocalDate bookedOn) {
        return bookedOn != null ? BOOKED : arrivedOn != null ? IN_FUND_ACCOUNT : RECEIVED;
    }
}
