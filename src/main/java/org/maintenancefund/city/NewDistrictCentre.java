package org.maintenancefund.city;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.LandlineNumber;

/**
 * What is needed to enter a district centre.
 *
 * @param code       two capital letters
 * @param gbCode     its code of GB/T 2260, null for a functional district that has none
 * @param officeHours when it is open and its telephone answered
 * @param streets    names of its streets, in their usual order
 */
public record NewDistrictCentre(
        String code,
        String name,
        @Nullable String gbCode,
        String centreName,
        String address,
        String officeHours,
        LandlineNumber phone,
        List<String> streets) {

    public NewDistrictCentre {
        streets = List.copyOf(streets);
    }
}
