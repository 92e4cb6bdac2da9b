package org.maintenancefund.area;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.NewDistrictCentre;
import org.maintenancefund.kernel.LandlineNumber;

/** A district for tests. */
public final class ADistrict {

    private ADistrict() {}

    /**
     * Two letters that no district has, for tests whose districts stay: from I to O, which tests that roll theirs back
     * leave alone.
     */
    public static String freeCode(Districts districts) {
        Set<String> taken = districts.all().stream().map(DistrictCentre::code).collect(Collectors.toSet());
        return IntStream.rangeClosed('I', 'O')
                .boxed()
                .filter(first -> first != 'M')
                .flatMap(first -> IntStream.rangeClosed('A', 'Z')
                        .mapToObj(second -> Character.toString(first) + Character.toString(second)))
                .filter(code -> !taken.contains(code))
                .findFirst()
                .orElseThrow();
    }

    public static DistrictCentre establishedWith(Districts districts, String code, String name, String... streets) {
        return districts.establish(new NewDistrictCentre(
                code, name, null, name + "维修资金管理中心", "示范路 1 号", new LandlineNumber("0000-1234567"), List.of(streets)));
    }
}
