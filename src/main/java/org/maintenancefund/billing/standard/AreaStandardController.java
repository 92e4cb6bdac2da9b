package org.maintenancefund.billing.standard;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.web.Crumb;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 收取标准 of one area, to read: for whoever sees its units. */
@Controller
@RequiredArgsConstructor
class AreaStandardController {

    private final UnitAreas rights;
    private final ChargeStandards standards;
    private final Clock clock;

    @GetMapping(ChargeStandardController.PATH + "/areas/{id}")
    String show(@PathVariable AreaId id, @AuthenticationPrincipal CurrentUser user, Model model) {
        AreaView area = rights.get(id, user);
        YearMonth month = YearMonth.now(clock);
        model.addAttribute("area", area);
        model.addAttribute("month", month);
        model.addAttribute("table", StandardTables.ofArea(standards.from(area.id(), month), month));
        model.addAttribute(
                Crumb.ATTRIBUTE,
                List.of(
                        new Crumb(area.name(), "/units/areas/" + area.id()),
                        Crumb.of(Messages.of("Page.AREA_CHARGE_STANDARDS"))));
        return "billing/standards-area";
    }
}
