package org.maintenancefund.collection;

import static org.maintenancefund.collection.RandomRemittance.refused;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.collection.RandomCity.Flat;
import org.maintenancefund.collection.RandomRemittance.Declared;
import org.maintenancefund.collection.RandomRemittance.Event;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.receipt.ReversalService;
import org.maintenancefund.collection.remittance.DeclarationState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Receipts that are reversed: by the company's two people before they are declared, through the district once they are booked. */
final class RandomReversals {

    private final RandomRemittance model;
    private final RandomCity city;
    private final ReversalService service;
    private final JdbcClient jdbc;

    RandomReversals(RandomRemittance model) {
        this.model = model;
        city = model.city;
        service = city.get(ReversalService.class);
        jdbc = city.get(JdbcClient.class);
    }

    /** What is declared and not booked stays as it is. */
    boolean reverse(Flat flat) {
        Optional<ReceiptNumber> some = model.any(List.copyOf(flat.receipts.keySet()), number -> true);
        some.ifPresent(number -> {
            Optional<Declared> declared = model.declared(number);
            if (declared.isEmpty()) {
                reverseHeld(flat, number);
            } else if (declared.get().state == DeclarationState.BOOKED) {
                reverseBooked(flat, number, declared.get());
            } else {
                refused(() -> service.propose(number, "登记错户", city.clerk()));
            }
        });
        return some.isPresent();
    }

    /** Of a unit that has a booked one. */
    boolean reverseBooked(Flat any) {
        Optional<Declared> some = model.any(
                model.declarations,
                declared -> declared.state == DeclarationState.BOOKED
                        && declared.reversed.size() < declared.receipts.size());
        some.ifPresent(declared -> {
            ReceiptNumber number = city.anyOf(declared.receipts.keySet().stream()
                    .filter(each -> !declared.reversed.contains(each))
                    .toList());
            reverseBooked(declared.receipts.get(number).flat(), number, declared);
        });
        return some.isPresent();
    }

    private void reverseHeld(Flat flat, ReceiptNumber number) {
        UUID proposal = proposed(number);
        refused(() -> service.confirm(number, proposal, city.clerk()));
        refused(() -> service.confirm(number, proposal, model.district));
        service.confirm(number, proposal, city.colleague());
        flat.receipts.remove(number);
    }

    private void reverseBooked(Flat flat, ReceiptNumber number, Declared declared) {
        UUID proposal = proposed(number);
        refused(() -> service.confirm(number, proposal, city.colleague()));
        service.confirm(number, proposal, model.district);
        model.books.toHousehold(city.today(), flat, -flat.receipts.remove(number));
        declared.reversed.add(number);
        model.seen.add(Event.REVERSED_BY_THE_DISTRICT);
    }

    private UUID proposed(ReceiptNumber number) {
        service.propose(number, "登记错户", city.clerk());
        return jdbc.sql("SELECT v.id FROM receipt_reversal v JOIN receipt r ON r.id = v.receipt_id"
                        + " WHERE r.number = :number AND v.state = 'PROPOSED'")
                .param("number", number.value())
                .query(UUID.class)
                .single();
    }
}
