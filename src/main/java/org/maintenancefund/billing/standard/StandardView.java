package org.maintenancefund.billing.standard;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.billing.ChargeStandardId;
import org.maintenancefund.kernel.money.Rate;
import org.maintenancefund.unit.UnitUse;

/**
 * A standard of the city as the page about it shows it, whatever became of it.
 *
 * @param from          the first month
 * @param decidedByName who confirmed or rejected it, or took it back; null while it waits
 * @param reason        why it was rejected, else empty
 */
public record StandardView(
        ChargeStandardId id,
        UnitUse use,
        boolean lift,
        Rate rate,
        YearMonth from,
        String document,
        StandardState state,
        UUID proposedBy,
        String proposedByName,
        Instant proposedAt,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        String reason,
        int version) {

    public boolean isProposed() {
        return state == StandardState.PROPOSED;
    }

    public boolean isOf(CurrentUser person) {
        return proposedBy.equals(person.operatorId().value());
    }

    /** 住宅，有电梯. */
    public String kind() {
        return StandardWords.kind(use, lift);
    }

    /** 住宅，有电梯：0.25 元/㎡·月，从 2027-01 起. */
    public String words() {
        return StandardWords.whole(use, lift, rate, from);
    }
}
