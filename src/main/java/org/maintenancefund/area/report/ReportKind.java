package org.maintenancefund.area.report;

import org.maintenancefund.kernel.Labelled;

/** 问题类型: the three cases in which a registration stops. */
public enum ReportKind implements Labelled {
    MISSING,
    SPLIT,
    WRONG_NAME
}
