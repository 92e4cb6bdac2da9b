package org.maintenancefund.unit.web;

import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.unit.Payer;

/** What is true or not of a unit, and who pays, in the words of the pages. */
final class UnitWords {

    private UnitWords() {}

    static String yesNo(boolean yes) {
        return Messages.of(yes ? "unit.yes" : "unit.no");
    }

    static String sold(boolean sold) {
        return Messages.of(sold ? "unit.sold" : "unit.unsold");
    }

    /** The payer's mobile for lists; empty without one. */
    static String masked(Payer payer) {
        MobileNumber mobile = payer.mobile();
        return mobile == null ? "" : mobile.masked();
    }
}
