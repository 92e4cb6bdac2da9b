package org.maintenancefund.collection;

import static org.maintenancefund.collection.RandomRemittance.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maintenancefund.collection.RandomCity.Community;
import org.maintenancefund.collection.RandomCity.Flat;
import org.maintenancefund.collection.RandomRemittance.Declared;
import org.maintenancefund.collection.RandomRemittance.Paid;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.remittance.DeclarationService;
import org.maintenancefund.collection.remittance.DeclarationState;
import org.maintenancefund.kernel.money.Money;

/** What a company declares of what it received: up to a day, without what it leaves out; confirmed by another person, taken back. */
final class RandomDeclarations {

    private final RandomRemittance model;
    private final RandomCity city;
    private final DeclarationService service;

    RandomDeclarations(RandomRemittance model) {
        this.model = model;
        city = model.city;
        service = city.get(DeclarationService.class);
    }

    boolean declare(Flat flat) {
        Community community = city.of(flat);
        LocalDate upTo = city.upTo(4) == 0 ? city.now().minusMonths(1).atEndOfMonth() : city.today();
        Map<ReceiptNumber, Paid> open = model.undeclared(community, upTo);
        Money sum = new Money(open.values().stream().mapToLong(Paid::fen).sum());
        var shown = new DeclarationService.Shown(open.size(), sum);
        if (open.isEmpty()) {
            refused(() -> service.declare(community.id, upTo, shown, city.clerk()));
            return false;
        }
        model.declarations.add(new Declared(service.declare(community.id, upTo, shown, city.clerk()), open));
        return true;
    }

    /** A receipt that is in no declaration is left out of the next ones, or taken in again. */
    boolean leaveOut(Flat flat) {
        Optional<ReceiptNumber> some = model.any(
                List.copyOf(flat.receipts.keySet()),
                number -> model.declared(number).isEmpty());
        some.ifPresent(number -> {
            if (model.leftOut.remove(number)) {
                service.takeIn(city.of(flat).id, number, city.clerk());
            } else {
                service.leaveOut(city.of(flat).id, number, "待核实", city.clerk());
                model.leftOut.add(number);
            }
        });
        return some.isPresent();
    }

    boolean confirm(Flat any) {
        Optional<Declared> some =
                model.any(model.declarations, declared -> declared.state == DeclarationState.PROPOSED);
        some.ifPresent(declared -> {
            int seen = model.version("declaration", declared.number);
            refused(() -> service.confirm(declared.number, seen, city.clerk()));
            service.confirm(declared.number, seen, city.colleague());
            declared.state = DeclarationState.CONFIRMED;
        });
        return some.isPresent();
    }

    /** Only as long as it is on no slip. */
    boolean takeBack(Flat any) {
        Optional<Declared> some =
                model.any(model.declarations, declared -> declared.state != DeclarationState.TAKEN_BACK);
        some.ifPresent(declared -> {
            int seen = model.version("declaration", declared.number);
            if (declared.slip == null) {
                service.takeBack(declared.number, seen, "金额有误", city.clerk());
                declared.state = DeclarationState.TAKEN_BACK;
            } else {
                refused(() -> service.takeBack(declared.number, seen, "金额有误", city.clerk()));
            }
        });
        return some.isPresent();
    }
}
