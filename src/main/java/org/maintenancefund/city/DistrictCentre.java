package org.maintenancefund.city;

import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.kernel.LandlineNumber;
import org.maintenancefund.kernel.SortKey;

/**
 * A district and the centre in charge of it (区中心), as other modules see it.
 *
 * @param code       two letters, the beginning of its areas' numbers: DH
 * @param name       the district: 东湖区
 * @param centreName the office: 东湖区维修资金管理中心
 * @param officeHours when it is open and its telephone answered
 * @param streets    the streets it covers, in their usual order
 */
public record DistrictCentre(
        DistrictId id,
        String code,
        String name,
        String centreName,
        String address,
        String officeHours,
        LandlineNumber phone,
        List<Street> streets) {

    public DistrictCentre {
        streets = List.copyOf(streets);
    }

    /** The centre as an organisation that people belong to. */
    public OrgRef organisation() {
        return new OrgRef(OrgType.DISTRICT_CENTRE, id.value());
    }

    /** The streets as they are looked for in a list to choose from. */
    public List<Street> streetsByName() {
        return SortKey.sorted(streets, Street::name);
    }

    /** The street, where it is one of this district. */
    public Optional<Street> street(StreetId street) {
        return streets.stream().filter(s -> s.id().equals(street)).findFirst();
    }
}
