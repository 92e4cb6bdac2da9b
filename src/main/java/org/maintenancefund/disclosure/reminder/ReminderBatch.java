package org.maintenancefund.disclosure.reminder;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.money.Money;

/**
 * A batch of reminders as it was made.
 *
 * @param building  null where it was of all
 * @param months    so many months at least were open
 * @param amount    so much at least was open
 * @param units     how many there are
 * @param total     what they owed together
 * @param delivered to how many of them it came
 */
public record ReminderBatch(
        ReminderNumber number,
        AreaId area,
        LocalDate madeOn,
        @Nullable String building,
        SoldChoice sold,
        int months,
        Money amount,
        LocalDate payBy,
        String payee,
        String payeeAddress,
        String payeePhone,
        int units,
        Money total,
        int delivered,
        Instant madeAt,
        String madeByName) {}
