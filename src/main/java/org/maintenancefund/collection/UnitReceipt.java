package org.maintenancefund.collection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.money.Money;

/**
 * What was received for a unit, in the words that pages show.
 *
 * @param amount       less than nothing for what takes another one back
 * @param left         预存: what is left of it
 * @param way          现金, 转账, …
 * @param payer        who brought it, in full
 * @param organisation who received it
 * @param straight     业主直缴: paid straight into the fund's account, and no company held it
 * @param months       which months it pays: 2026-11、2026-12; empty where none
 * @param state        有效, 已冲正, …
 * @param tag          kind of the tag that shows the state
 * @param stage        how far it is on its way to the household's own account; null where the money doesn't count
 * @param arrivedOn    when it reached the fund's account; null before
 * @param bookedOn     when it was booked to the household; null before
 */
public record UnitReceipt(
        String number,
        LocalDate receivedOn,
        Money amount,
        Money left,
        String way,
        String payer,
        String organisation,
        boolean straight,
        String months,
        String state,
        String tag,
        @Nullable PaymentStage stage,
        @Nullable LocalDate arrivedOn,
        @Nullable LocalDate bookedOn) {

    /** Since when it is at its stage. */
    public LocalDate stageSince() {
        return bookedOn != null ? bookedOn : arrivedOn != null ? arrivedOn : receivedOn;
    }

    /** Whether the money counts. */
    public boolean live() {
        return stage != null;
    }
}
