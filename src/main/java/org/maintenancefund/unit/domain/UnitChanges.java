package org.maintenancefund.unit.domain;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.unit.Payer;
import org.maintenancefund.unit.UnitFacts;

/** What changed of a unit's facts, and of who pays for it, for the trail. */
final class UnitChanges {

    private UnitChanges() {}

    static AuditEvent of(AuditEvent event, UnitFacts before, UnitFacts after) {
        return event.change("floorArea", before.floorArea(), after.floorArea())
                .change("areaSource", before.source().label(), after.source().label())
                .change("use", before.use().label(), after.use().label())
                .change("lift", before.lift(), after.lift())
                .change("liable", before.liable(), after.liable())
                .change("sold", before.sold(), after.sold())
                .change("deliveredOn", before.deliveredOn(), after.deliveredOn())
                .change("chargedFrom", before.chargedFrom(), after.chargedFrom());
    }

    static AuditEvent of(AuditEvent event, @Nullable Payer before, Payer after) {
        return event.change("payer", before == null ? null : before.name(), after.name())
                .change(
                        "payerKind",
                        before == null ? null : before.kind().label(),
                        after.kind().label())
                .change("mobile", before == null ? null : before.mobile(), after.mobile());
    }
}
