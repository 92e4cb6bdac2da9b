package org.maintenancefund.unit.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.unit.NewUnit;
import org.maintenancefund.unit.Payer;
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.unit.UnitChange;
import org.maintenancefund.unit.UnitFault;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitPlace;
import org.maintenancefund.unit.UnitView;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Registers units and changes them, by the people of the company or office that manages their area. */
@Service
@Transactional
@RequiredArgsConstructor
public class UnitService {

    private final UnitRepository units;
    private final UnitNumbers numbers;
    private final UnitPolicy policy;
    private final UnitAreas rights;
    private final PropertyAreas areas;
    private final AuditTrail trail;
    private final Clock clock;

    /** What became of several units: either all are registered, or none is and the faults say why. */
    public record Registered(List<UnitId> units, List<UnitFault> faults) {

        public Registered {
            units = List.copyOf(units);
            faults = List.copyOf(faults);
        }
    }

    /** A unit with the area that it belongs to. */
    public record UnitOfArea(UnitView unit, AreaView area) {}

    /** The unit as it is; {@link NotFound} where the person may not see it. */
    @Transactional(readOnly = true)
    public UnitOfArea get(UnitId id, CurrentUser user) {
        Unit unit = units.whole(id).orElseThrow(() -> new NotFound("unit " + id));
        AreaView area = rights.get(unit.area(), user);
        return new UnitOfArea(unit.view(buildingName(unit, areas.buildings(area.id()))), area);
    }

    /** The same for who changes something; {@link NotFound} where the person may see it only. */
    @Transactional(readOnly = true)
    public UnitOfArea changed(UnitId id, CurrentUser user) {
        UnitOfArea found = get(id, user);
        rights.requireChange(found.area(), user);
        return found;
    }

    /**
     * Registers one unit under the next number of its area.
     *
     * @throws Refusal where there is a unit at that place already, no such building, or the area went into another one
     */
    public UnitId register(AreaId id, NewUnit told, CurrentUser user) {
        AreaView area = rights.extended(id, user);
        int number = numbers.take(area, 1);
        policy.faults(area.id(), List.of(told)).stream().findFirst().ifPresent(fault -> {
            throw new Refusal(fault.reason());
        });
        Unit unit = made(area, number, told, user, clock.instant());
        units.saveAndFlush(unit);
        trail.record(AuditEvent.of("UNIT_REGISTERED")
                .on("unit", unit.id(), unit.number())
                .change("place", null, told.place())
                .change("floorArea", null, told.facts().floorArea()));
        return unit.id();
    }

    /**
     * Lets others who register in the area wait until the transaction ends: what is compared with its units stays true.
     *
     * @return the area; {@link NotFound} where the person may not change its units
     * @throws Refusal where it went into another one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public AreaView lock(AreaId id, CurrentUser user) {
        AreaView area = rights.extended(id, user);
        numbers.lock(area);
        return area;
    }

    /**
     * Registers all of them in their order, or none and says of each why it can't be. For spreadsheets: one entry in the trail,
     * one question for the places of all.
     */
    public Registered registerAll(AreaId id, List<NewUnit> told, CurrentUser user) {
        AreaView area = rights.extended(id, user);
        if (told.isEmpty()) {
            return new Registered(List.of(), List.of());
        }
        numbers.lock(area);
        List<UnitFault> faults = policy.faults(area.id(), told);
        if (!faults.isEmpty()) {
            return new Registered(List.of(), faults);
        }
        int number = numbers.take(area, told.size());
        Instant now = clock.instant();
        List<Unit> made = new ArrayList<>();
        for (NewUnit one : told) {
            made.add(made(area, number++, one, user, now));
        }
        units.saveAllAndFlush(made);
        trail.record(AuditEvent.of("UNITS_REGISTERED")
                .on("area", area.code(), area.name())
                .change("units", null, made.size())
                .change(
                        "numbers",
                        null,
                        made.get(0).number() + "–" + made.get(made.size() - 1).number()));
        return new Registered(made.stream().map(Unit::id).toList(), List.of());
    }

    /** Why some of the units could not be registered as things stand; empty where all could. */
    @Transactional(readOnly = true)
    public List<UnitFault> check(AreaId id, List<NewUnit> told, CurrentUser user) {
        return policy.faults(rights.changed(id, user).id(), told);
    }

    /**
     * Other facts from a month on; where a version begins in that month, it is put right.
     *
     * @param seen the version of the unit that the person saw
     * @throws StaleVersion where it was changed since
     * @throws Refusal where the same holds in that month already, the month is far ahead, or it is said to be delivered later
     *     than today
     */
    public void change(UnitId id, int seen, UnitChange change, CurrentUser user) {
        Unit unit = lock(id, seen, user);
        policy.flawOf(change.from(), change.facts()).ifPresent(flaw -> {
            throw new Refusal(flaw);
        });
        UnitView before = unit.view("");
        unit.change(change, user, clock.instant());
        units.flush();
        UnitView.Facts old = before.in(change.from());
        boolean putRight = old.from().equals(change.from());
        AuditEvent event = AuditEvent.of(putRight ? "UNIT_CORRECTED" : "UNIT_CHANGED")
                .on("unit", id, unit.number())
                .change("validFrom", null, change.from())
                .change("reason", null, change.reason())
                .change("document", null, change.document().isEmpty() ? null : change.document());
        trail.record(UnitChanges.of(event, old.facts(), change.facts()));
    }

    /**
     * Who pays from a day on; where somebody's turn begins on that day, that is put right.
     *
     * @param seen the version of the unit that the person saw
     * @throws StaleVersion where it was changed since
     * @throws Refusal where the same person pays already, or the day is far ahead
     */
    public void changePayer(UnitId id, int seen, LocalDate from, Payer payer, String document, CurrentUser user) {
        Unit unit = lock(id, seen, user);
        policy.flawOf(from).ifPresent(flaw -> {
            throw new Refusal(flaw);
        });
        Payer before =
                unit.view("").payerOn(from).map(UnitView.PayerFrom::payer).orElse(null);
        unit.changePayer(from, payer, document, user, clock.instant());
        units.flush();
        AuditEvent event = AuditEvent.of("UNIT_PAYER_CHANGED")
                .on("unit", id, unit.number())
                .change("validFrom", null, from);
        trail.record(
                UnitChanges.of(event, before, payer).change("document", null, document.isEmpty() ? null : document));
    }

    /**
     * Puts right where a unit is. Its number stays.
     *
     * @param seen   the version of the unit that the person saw
     * @param reason why
     * @throws StaleVersion where it was changed since
     * @throws Refusal where another unit is there, or no such building
     */
    public void correct(UnitId id, int seen, UnitPlace place, String reason, CurrentUser user) {
        Unit unit = lock(id, seen, user);
        List<Building> buildings = areas.buildings(unit.area());
        UnitPlace before = unit.view(buildingName(unit, buildings)).place();
        if (before.equals(place)) {
            throw Refusal.because("unit.refusal.same-place");
        }
        policy.whyNotAt(unit.area(), place, buildings, unit.key()).ifPresent(why -> {
            throw new Refusal(why);
        });
        unit.correct(place);
        units.flush();
        trail.record(AuditEvent.of("UNIT_PLACE_CORRECTED")
                .on("unit", id, unit.number())
                .change("place", before, place)
                .change("floor", before.floor(), place.floor())
                .change("reason", null, reason));
    }

    private Unit lock(UnitId id, int seen, CurrentUser user) {
        Unit unit = units.lock(id).orElseThrow(() -> new NotFound("unit " + id));
        rights.changed(unit.area(), user);
        if (unit.version() != seen) {
            throw new StaleVersion(id);
        }
        return unit;
    }

    private Unit made(AreaView area, int number, NewUnit told, CurrentUser user, Instant now) {
        return Unit.registered(
                area.id(), UnitNumbers.of(area, number), told, Messages.of("unit.version.first"), user, now);
    }

    private static String buildingName(Unit unit, List<Building> buildings) {
        return buildings.stream()
                .filter(building -> building.key().equals(unit.buildingKey()))
                .map(Building::name)
                .findFirst()
                // The area was merged between the two questions: the unit stands in another one now.
                .orElseThrow(() -> new StaleVersion(unit.id()));
    }
}
