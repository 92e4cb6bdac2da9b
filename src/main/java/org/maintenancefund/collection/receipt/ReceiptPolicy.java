package org.maintenancefund.collection.receipt;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.CollectionStarts;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.Messages;
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
    private final CollectionStarts starts;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * The mandate by which the payment is received: that of its day.
     *
     * @throws Refusal for an area that is not opened (开通), a unit of another area, a day to come, or one on which another company
     *                 collected, or nobody
     */
    Mandate mandate(AreaView area, FoundUnit unit, LocalDate day) {
        return of(area).mandate(unit, day);
    }

    /** The same for many payments of an area: each day is asked about once. */
    OfArea of(AreaView area) {
        return new OfArea(area, current(area), starts.firstMonth(area.id()).isPresent());
    }

    /** What payments of one area must be. */
    final class OfArea {

        private final AreaView area;
        private final Mandate current;
        private final boolean opened;
        private final Map<LocalDate, Optional<Mandate>> byDay = new HashMap<>();

        private OfArea(AreaView area, Mandate current, boolean opened) {
            this.area = area;
            this.current = current;
            this.opened = opened;
        }

        /** The company that receives them. */
        EnterpriseId enterprise() {
            return current.enterprise();
        }

        /** As {@link ReceiptPolicy#mandate}. */
        Mandate mandate(FoundUnit unit, LocalDate day) {
            if (!opened) {
                throw Refusal.because("collection.refusal.not-opened", area.name());
            }
            if (!unit.area().equals(area.id())) {
                throw Refusal.because("collection.refusal.other-area", unit.number(), area.name());
            }
            if (day.isAfter(today())) {
                throw Refusal.because("collection.refusal.future", day);
            }
            return byDay.computeIfAbsent(day, on -> rights.mandateOn(area.id(), on))
                    .filter(mandate -> mandate.isOfCompanyOf(current))
                    .orElseThrow(() -> Refusal.because("collection.refusal.outside-mandate", day, allDays()));
        }

        /** The days of all mandates by which the company collects or collected there. */
        private String allDays() {
            return rights.mandatesOf(area.id(), enterprise()).stream()
                    .filter(mandate -> !mandate.validFrom().isAfter(today()))
                    .map(mandate -> Messages.of(
                            "collection.refusal.outside-mandate.days", mandate.validFrom(), mandate.validTo()))
                    .collect(Collectors.joining("、"));
        }
    }

    /** The mandate of today. */
    Mandate current(AreaView area) {
        return rights.mandateOn(area.id(), today())
                .orElseThrow(() -> new NotFound("mandate of area " + area.id() + " today"));
    }

    /** @throws Refusal that names the receipt which has the number already */
    void requireNew(@Nullable String externalNumber, EnterpriseId enterprise) {
        if (externalNumber != null) {
            known(List.of(externalNumber), enterprise).values().stream()
                    .findFirst()
                    .ifPresent(other -> {
                        throw Refusal.because("collection.refusal.external-number", externalNumber, other.number());
                    });
        }
    }

    /** What the company has recorded under some 外部流水号, by these; what was reversed has given its number back. */
    Map<String, KnownReceipt> known(Collection<String> externalNumbers, EnterpriseId enterprise) {
        return jdbc
                .sql(
                        "SELECT r.external_number, r.id, r.number, r.unit_id, u.number AS unit_number, r.amount, r.received_on,"
                                + " r.way, r.payer_kind, r.payer_name, r.note FROM receipt r JOIN named_unit u ON u.unit_id = r.unit_id"
                                + " WHERE r.enterprise_id = :enterprise AND r.external_number = ANY (:numbers) AND NOT r.reversed")
                .param("enterprise", enterprise.value())
                .param("numbers", externalNumbers.toArray(String[]::new))
                .query((row, i) -> Map.entry(row.getString("external_number"), KnownReceipt.read(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Under which of these 外部流水号 the company has reversed a receipt, and which one: the last. */
    Map<String, String> reversed(Collection<String> externalNumbers, EnterpriseId enterprise) {
        return jdbc
                .sql("SELECT r.external_number, max(r.number) AS number FROM receipt r"
                        + " WHERE r.enterprise_id = :enterprise AND r.external_number = ANY (:numbers) AND r.reversed"
                        + " GROUP BY r.external_number")
                .param("enterprise", enterprise.value())
                .param("numbers", externalNumbers.toArray(String[]::new))
                .query((row, i) -> Map.entry(row.getString("external_number"), row.getString("number")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
