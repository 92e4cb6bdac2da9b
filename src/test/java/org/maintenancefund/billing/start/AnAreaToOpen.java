package org.maintenancefund.billing.start;

import java.time.YearMonth;
import java.util.Map;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.mandate.AMandate;
import org.maintenancefund.billing.start.ACollectedArea.Collected;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What tests of 开通 have in common: areas, and the page on which they are opened. */
abstract class AnAreaToOpen {

    @Autowired
    World world;

    @Autowired
    ACollectedArea areas;

    @Autowired
    AMandate mandates;

    @Autowired
    Pages pages;

    static String path(AreaId area) {
        return "/collection/areas/" + area + "/start";
    }

    static String opening(AreaId area) {
        return "/collection/areas/" + area + "/open";
    }

    YearMonth month(int ahead) {
        return YearMonth.from(world.today()).plusMonths(ahead);
    }

    MvcTestResult open(Collected area, Object month, boolean answered) {
        return pages.post(
                opening(area.id()),
                area.ofOffice(),
                answered ? Map.of("month", month.toString(), "answered", "true") : Map.of("month", month.toString()));
    }
}
