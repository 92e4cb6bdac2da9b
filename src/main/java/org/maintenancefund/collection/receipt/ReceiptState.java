package org.maintenancefund.collection.receipt;

import org.maintenancefund.kernel.Labelled;

/** What a receipt is today. */
public enum ReceiptState implements Labelled {
    VALID,
    /** 待确认冲正: one person proposed to reverse it. */
    PROPOSED,
    REVERSED,
    /** 冲正: the negative of another one. */
    REVERSAL;

    /** The state of a receipt {@code r}, as a column of a statement. */
    public static final String COLUMN =
            "CASE WHEN r.reverses IS NOT NULL THEN 'REVERSAL' WHEN r.reversed THEN 'REVERSED'"
                    + " WHEN EXISTS (SELECT FROM receipt_reversal v WHERE v.receipt_id = r.id AND v.state = 'PROPOSED')"
                    + " THEN 'PROPOSED' ELSE 'VALID' END";

    /** True while the money counts: not reversed, and no reversal. */
    public boolean isLive() {
        return this == VALID || this == PROPOSED;
    }

    /** How it is marked on pages. */
    public String tag() {
        return switch (this) {
            case VALID -> "ok";
            case PROPOSED -> "waiting";
            case REVERSED -> "off";
            case REVERSAL -> "bad";
        };
    }
}
