package org.maintenancefund.collection.receipt;

import org.maintenancefund.kernel.Labelled;

/** 方式: how money came to the company. */
public enum PaymentWay implements Labelled {
    CASH,
    TRANSFER,
    SCAN,
    CARD,
    OTHER
}
