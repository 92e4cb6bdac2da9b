package org.maintenancefund.disclosure.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.attachment.StoredAttachment;

/**
 * 送达记录 as it is kept.
 *
 * @param proof        a scan, such as the signed paper; null where there is none
 * @param voidedByName who voided it; null where it holds
 * @param voidReason   why; null there too
 */
public record ReminderDelivery(
        UUID id,
        LocalDate day,
        DeliveryWay way,
        String by,
        String note,
        @Nullable StoredAttachment proof,
        Instant recordedAt,
        String recordedByName,
        @Nullable String voidedByName,
        @Nullable String voidReason) {

    public boolean holds() {
        return voidedByName == null;
    }
}
