package org.maintenancefund.city;

import java.util.UUID;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;

/** The municipal centre (市管理中心): one per city, so it is a constant and not a row. What it is called is a {@link Setting}. */
public final class MunicipalCentre {

    /** The organisation that municipal staff, system administrators and auditors belong to. */
    public static final OrgRef REF =
            new OrgRef(OrgType.MUNICIPAL_CENTRE, UUID.fromString("00000000-0000-7000-8000-000000000001"));

    private MunicipalCentre() {}
}
