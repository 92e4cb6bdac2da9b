package org.maintenancefund.area;

import java.util.List;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.NewDistrictCentre;
import org.maintenancefund.kernel.LandlineNumber;

/** A district for tests. */
public final class ADistrict {

    private ADistrict() {}

    public static DistrictCentre establishedWith(Districts districts, String code, String name, String... streets) {
        return districts.establish(new NewDistrictCentre(
                code, name, null, name + "维修资金管理中心", "示范路 1 号", new LandlineNumber("0000-1234567"), List.of(streets)));
    }
}
