package org.maintenancefund.collection.receipt;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.unit.FoundUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a payment must be to be recorded at all. */
@Component
@RequiredArgsConstructor
class ReceiptPolicy {

    private final CollectionRights rights;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * The mandate by which the payment is received: that of its day.
     *
     * @throws Refusal for a unit of another area, a day to come, or one on which somebody else collected, or nobody
     */
    Mandate mandate(AreaView area, FoundUnit unit, LocalDate day) {
        if (!unit.area().equals(area.id())) {
            throw Refusal.because("collection.refusal.other-area", unit.number(), area.name());
        }
        if (day.isAfter(today())) {
            throw Refusal.because("collection.refusal.future", day);
        }
        Mandate current = current(area);
        return rights.mandateOn(area.id(), day)
                .filter(mandate -> mandate.hasCollectorOf(current))
                .orElseThrow(() -> Refusal.because(
                        "collection.refusal.outside-mandate", day, current.validFrom(), current.validTo()));
    }

    /** The mandate of today. */
    Mandate current(AreaView area) {
        return rights.mandateOn(area.id(), today())
                .orElseThrow(() -> new NotFound("mandate of area " + area.id() + " today"));
    }

    /** @throws Refusal that names the receipt which has the number already */
    void requireNew(@Nullable String externalNumber, UUID organisation) {
        if (externalNumber != null) {
            jdbc.sql("SELECT number FROM receipt WHERE organisation_id = :organisation AND external_number = :number"
                            + " AND NOT reversed")
                    .param("organisation", organisation)
                    .param("number", externalNumber)
                    .query(String.class)
                    .optional()
                    .ifPresent(other -> {
                        throw Refusal.because("collection.refusal.external-number", externalNumber, other);
                    });
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
