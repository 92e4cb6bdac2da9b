package org.maintenancefund.collection;

import static org.maintenancefund.collection.RandomRemittance.refused;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.maintenancefund.collection.RandomCity.Flat;
import org.maintenancefund.collection.RandomRemittance.Declared;
import org.maintenancefund.collection.RandomRemittance.Slip;
import org.maintenancefund.collection.remittance.DeclarationNumber;
import org.maintenancefund.collection.remittance.DeclarationState;
import org.maintenancefund.collection.remittance.SlipBooking;
import org.maintenancefund.collection.remittance.SlipService;
import org.maintenancefund.collection.remittance.SlipState;

/** Slips of a company from the draft on, and what the district books of them. */
final class RandomSlips {

    private static final int MOST_DECLARATIONS = 3;

    private final RandomRemittance model;
    private final RandomCity city;
    private final SlipService service;
    private final SlipBooking booking;

    RandomSlips(RandomRemittance model) {
        this.model = model;
        city = model.city;
        service = city.get(SlipService.class);
        booking = city.get(SlipBooking.class);
    }

    boolean draft(Flat any) {
        List<Declared> chosen = some(List.of());
        if (chosen.isEmpty()) {
            return false;
        }
        Slip slip = new Slip(service.draft(numbers(chosen), city.clerk()));
        slip.hold(chosen);
        model.slips.add(slip);
        return true;
    }

    /** Other declarations in a draft; in anything else none. */
    boolean change(Flat any) {
        Optional<Slip> some = model.any(model.slips, slip -> true);
        some.ifPresent(slip -> {
            List<Declared> chosen = some(slip.declarations);
            if (slip.state == SlipState.DRAFT) {
                service.change(slip.number, version(slip), numbers(chosen), city.clerk());
                slip.hold(chosen);
            } else if (!chosen.isEmpty()) {
                refused(() -> service.change(slip.number, version(slip), numbers(chosen), city.clerk()));
            }
        });
        return some.isPresent();
    }

    /** Up to three that are on no slip, or on this one. */
    private List<Declared> some(List<Declared> own) {
        List<Declared> free = new ArrayList<>(own);
        model.declarations.stream().filter(Declared::isFree).forEach(free::add);
        List<Declared> chosen = new ArrayList<>();
        for (int i = city.upTo(MOST_DECLARATIONS); i >= 0 && !free.isEmpty(); i--) {
            chosen.add(free.remove(city.upTo(free.size())));
        }
        return chosen;
    }

    private static Set<DeclarationNumber> numbers(List<Declared> chosen) {
        return chosen.stream().map(declared -> declared.number).collect(Collectors.toSet());
    }

    boolean submit(Flat any) {
        Optional<Slip> some = model.any(model.slips, slip -> slip.state == SlipState.DRAFT);
        some.ifPresent(slip -> {
            service.submit(slip.number, version(slip), city.clerk());
            slip.state = SlipState.SUBMITTED;
        });
        return some.isPresent();
    }

    /** Only before any money of it came. */
    boolean discard(Flat any) {
        Optional<Slip> some = model.any(model.slips, slip -> slip.state != SlipState.VOIDED);
        some.ifPresent(slip -> {
            if (slip.state.mayBecome(SlipState.VOIDED)) {
                service.discard(slip.number, version(slip), "重复编制", city.clerk());
                slip.discard();
            } else {
                refused(() -> service.discard(slip.number, version(slip), "重复编制", city.clerk()));
            }
        });
        return some.isPresent();
    }

    /** What has arrived as a whole is booked, each receipt to its household, once; anything else is not. */
    boolean book(Flat any) {
        Optional<Slip> arrived = model.any(model.slips, slip -> slip.state == SlipState.ARRIVED);
        arrived.ifPresent(this::book);
        model.any(model.slips, slip -> slip.state != SlipState.ARRIVED)
                .ifPresent(slip -> refused(() -> booking.book(slip.number, version(slip), model.district)));
        return arrived.isPresent();
    }

    void book(Slip slip) {
        booking.book(slip.number, version(slip), model.district);
        slip.state = SlipState.BOOKED;
        slip.declarations.forEach(declared -> {
            declared.state = DeclarationState.BOOKED;
            declared.receipts.values().forEach(paid -> model.books.toHousehold(city.today(), paid.flat(), paid.fen()));
        });
    }

    private int version(Slip slip) {
        return model.version("remittance_slip", slip.number);
    }
}
