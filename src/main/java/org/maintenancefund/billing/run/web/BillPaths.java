package org.maintenancefund.billing.run.web;

import java.time.YearMonth;
import java.util.UUID;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.unit.UnitId;

/** The addresses of bills and runs. */
final class BillPaths {

    static final String BILLS = "/bills";
    static final String AREA = "/bills/areas/{area}";
    static final String UNIT = "/bills/units/{unit}";

    private BillPaths() {}

    static String area(AreaView area) {
        return BILLS + "/areas/" + area.id();
    }

    static String run(AreaView area) {
        return area(area) + "/run";
    }

    static String run(AreaView area, YearMonth month) {
        return run(area) + "/" + month;
    }

    static String runs(AreaView area) {
        return area(area) + "/runs";
    }

    static String takeBack(AreaView area, RunId run) {
        return runs(area) + "/" + run + "/take-back";
    }

    static String missed(AreaId area) {
        return BILLS + "/areas/" + area + "/missed";
    }

    static String unit(UnitId unit) {
        return BILLS + "/units/" + unit;
    }

    static String batch(UUID batch) {
        return BILLS + "/batches/" + batch;
    }
}
