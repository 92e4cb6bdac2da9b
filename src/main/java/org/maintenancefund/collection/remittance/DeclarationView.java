package org.maintenancefund.collection.remittance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.money.Money;

/**
 * A declaration as its page shows it.
 *
 * @param company   who declares
 * @param firstDay  the day of its earliest receipt
 * @param leftOut   how many receipts up to that day were left out, and what they came to
 * @param slip      the slip it is in, or null
 * @param confirmed by whom, or null
 * @param takenBack by whom, or null; then with the reason
 * @param declares  whether the person declares what this company received there
 * @param own       whether the person declared it
 * @param version   counts its changes, for optimistic locking; a form carries it
 */
public record DeclarationView(
        UUID id,
        DeclarationNumber number,
        UUID areaId,
        String area,
        String company,
        LocalDate upTo,
        LocalDate firstDay,
        int receipts,
        Money amount,
        int leftOut,
        Money leftOutAmount,
        DeclarationState state,
        @Nullable SlipNumber slip,
        @Nullable SlipState slipState,
        By proposed,
        @Nullable By confirmed,
        @Nullable By takenBack,
        @Nullable String reason,
        boolean declares,
        boolean own,
        int version) {

    /** Who did something, and when. */
    public record By(String name, Instant at) {}

    /** Whether it can be taken back: confirmed or not, but in no slip. */
    public boolean mayBeTakenBack() {
        return slip == null && state.mayBecome(DeclarationState.TAKEN_BACK);
    }
}
