package org.maintenancefund.unit.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.unit.NewUnit;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.unit.UnitFault;
import org.maintenancefund.unit.UnitPlace;
import org.springframework.stereotype.Component;

/** What a unit must be to be registered, changed or put elsewhere. */
@Component
@RequiredArgsConstructor
public class UnitPolicy {

    /** Reason code of a day of delivery that is still to come. */
    public static final String DELIVERED_LATER = "unit.delivered.later";

    /** Reason code of a month or a day from which something is to hold, too far ahead to be meant. */
    public static final String FAR_AHEAD = "unit.from.far";

    /** What holds later than this many months from now is a year mistyped; it could not be taken back. */
    private static final int MONTHS_AHEAD = 12;

    private final TakenPlaces taken;
    private final PropertyAreas areas;
    private final Clock clock;

    /** Why units can't be registered: no such building, one is there already, or another one of them says the same place. */
    List<UnitFault> faults(AreaId area, List<NewUnit> told) {
        List<Building> buildings = areas.buildings(area);
        Map<UnitPlace.Key, String> there =
                taken.among(area, told.stream().map(unit -> unit.place().key()).toList());
        Map<UnitPlace.Key, Integer> first = new HashMap<>();
        List<UnitFault> faults = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            UnitPlace place = told.get(i).place();
            UnitFacts facts = told.get(i).facts();
            String other = there.get(place.key());
            Integer before = first.putIfAbsent(place.key(), i);
            YearMonth from = told.get(i).from();
            Reason reason = requireBuilding(place, buildings)
                    .or(() -> flawOf(from, facts))
                    .orElse(null);
            if (reason == null && other != null) {
                reason = takenBy(place, other);
            }
            if (reason == null && before != null) {
                reason = Reason.of("unit.refusal.twice", place.shown(), before + 1);
            }
            if (reason != null) {
                faults.add(new UnitFault(i, reason));
            }
        }
        return faults;
    }

    /** Why nothing can begin to hold in a month. */
    public Optional<Reason> flawOf(YearMonth from) {
        return isFarAhead(from) ? Optional.of(Reason.of(FAR_AHEAD, from, MONTHS_AHEAD)) : Optional.empty();
    }

    private boolean isFarAhead(YearMonth from) {
        return from.isAfter(YearMonth.now(clock).plusMonths(MONTHS_AHEAD));
    }

    /** Why nobody's turn to pay can begin on a day. */
    Optional<Reason> flawOf(LocalDate from) {
        return isFarAhead(YearMonth.from(from))
                ? Optional.of(Reason.of(FAR_AHEAD, from, MONTHS_AHEAD))
                : Optional.empty();
    }

    /** Why facts can't be of a unit from a month on: what is to be handed over is not handed over. */
    Optional<Reason> flawOf(YearMonth from, UnitFacts facts) {
        Optional<Reason> ahead = flawOf(from);
        if (ahead.isPresent()) {
            return ahead;
        }
        LocalDate delivered = facts.deliveredOn();
        return delivered != null && delivered.isAfter(LocalDate.now(clock))
                ? Optional.of(Reason.of(DELIVERED_LATER, delivered))
                : Optional.empty();
    }

    /** Why a unit that stands elsewhere can't stand there: no such building, or another one is there. */
    Optional<Reason> whyNotAt(AreaId area, UnitPlace place, List<Building> buildings, UnitPlace.Key before) {
        Optional<Reason> unknown = requireBuilding(place, buildings);
        if (unknown.isPresent() || place.key().equals(before)) {
            return unknown;
        }
        return Optional.ofNullable(taken.among(area, Set.of(place.key())).get(place.key()))
                .map(other -> takenBy(place, other));
    }

    private static Reason takenBy(UnitPlace place, String number) {
        return Reason.of("unit.refusal.taken", place.shown(), number);
    }

    private static Optional<Reason> requireBuilding(UnitPlace place, List<Building> buildings) {
        String key = place.key().building();
        return buildings.stream().anyMatch(building -> building.key().equals(key))
                ? Optional.empty()
                : Optional.of(Reason.of("unit.building.gone", place.building()));
    }
}
