package org.maintenancefund.unit.importing;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.unit.NewUnit;
import org.maintenancefund.unit.Payer;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.unit.UnitPlace;
import org.maintenancefund.unit.domain.UnitList;

/** What a unit is: as a row tells it, or as it is on record. */
record UnitContent(
        UnitPlace place, UnitFacts facts, @Nullable Payer payer) {

    static UnitContent of(NewUnit told) {
        return new UnitContent(told.place(), told.facts(), told.payer());
    }

    static UnitContent of(UnitList.Row registered) {
        return new UnitContent(registered.place(), registered.facts(), registered.payer());
    }
}
