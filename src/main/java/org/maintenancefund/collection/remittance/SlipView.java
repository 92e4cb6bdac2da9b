package org.maintenancefund.collection.remittance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.money.Money;

/**
 * A slip as its page and its paper show it.
 *
 * @param bank      of the account it goes to, with that account's name and number
 * @param areas     its declarations, by area
 * @param arrivals  what has reached the account and what went back, the first first
 * @param hands     whether the person changes, submits and voids it
 * @param books     whether the person books it once it has arrived
 * @param matched   whether the person matched money of it
 * @param version   counts its changes, for optimistic locking; a form carries it
 */
public record SlipView(
        SlipId id,
        SlipNumber number,
        String company,
        UUID districtId,
        String bank,
        String accountName,
        String accountNumber,
        Money amount,
        int receipts,
        Money arrived,
        @Nullable LocalDate arrivedOn,
        SlipState state,
        String madeBy,
        Instant madeAt,
        @Nullable String submittedBy,
        @Nullable LocalDate submittedOn,
        @Nullable String voidedBy,
        @Nullable String voidReason,
        @Nullable String bookedBy,
        @Nullable LocalDate bookedOn,
        @Nullable String entry,
        List<DeclarationRegister.Row> areas,
        List<Arrival> arrivals,
        boolean hands,
        boolean books,
        boolean matched,
        int version) {

    public SlipView {
        areas = List.copyOf(areas);
        arrivals = List.copyOf(arrivals);
    }

    /** What reached the account on a day; less than nothing where it went back. */
    public record Arrival(LocalDate day, Money amount, UUID by, String byName) {}

    /** What is still to come. */
    public Money open() {
        return amount.minus(arrived);
    }

    /** Whether it can be voided. */
    public boolean mayBeDiscarded() {
        return hands && state.mayBecome(SlipState.VOIDED);
    }
}
