package org.maintenancefund.billing.run.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.SeenMonths;
import org.maintenancefund.billing.run.AdjustmentService;
import org.maintenancefund.billing.run.AdjustmentState;
import org.maintenancefund.billing.run.BillAdjustment;
import org.maintenancefund.billing.run.BillRow;
import org.maintenancefund.billing.run.NamedUnits;
import org.maintenancefund.billing.run.NamedUnits.NamedUnit;
import org.maintenancefund.billing.run.SecondPerson;
import org.maintenancefund.billing.run.UnitBills;
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.web.Crumb;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The bills of one unit by month, and how they were adjusted. */
@Controller
@RequiredArgsConstructor
class UnitBillsController {

    private final NamedUnits units;
    private final CollectionRights rights;
    private final UnitBills bills;
    private final AdjustmentService adjustments;
    private final SecondPerson second;
    private final UnitAreas seesUnits;

    @GetMapping(BillPaths.UNIT)
    String show(@PathVariable UnitId unit, @AuthenticationPrincipal CurrentUser user, Model model) {
        NamedUnit found = units.get(unit);
        AreaView area = rights.get(found.area(), user);
        SeenMonths seen = rights.months(area, user);
        boolean collects = rights.mayCollect(area, user);
        List<BillRow> months = bills.of(unit, seen);
        List<BillAdjustment> adjusted = adjustments.of(unit).stream()
                .filter(adjustment -> seen.all()
                        || months.stream().anyMatch(bill -> bill.period().equals(adjustment.period())))
                .toList();
        List<BillAdjustment> waiting = adjusted.stream()
                .filter(adjustment -> adjustment.state() == AdjustmentState.PROPOSED)
                .toList();
        model.addAttribute("unit", found);
        model.addAttribute("area", area);
        model.addAttribute("path", BillPaths.area(area));
        model.addAttribute("here", BillPaths.unit(unit));
        model.addAttribute("months", BillTables.months(months));
        model.addAttribute("open", UnitBills.open(months));
        model.addAttribute("adjusted", adjusted.isEmpty() ? null : BillTables.adjustments(adjusted));
        model.addAttribute("collects", collects);
        model.addAttribute("seesUnit", seesUnits.contains(area, user));
        model.addAttribute(
                "waiting",
                collects
                        ? waiting.stream()
                                .map(adjustment -> Waiting.of(adjustment, user))
                                .toList()
                        : List.of());
        boolean own = collects && waiting.stream().anyMatch(adjustment -> adjustment.isProposedBy(user));
        model.addAttribute("second", own ? second.hint(user) : "");
        model.addAttribute(
                Crumb.ATTRIBUTE,
                List.of(
                        new Crumb(area.name(), BillPaths.area(area)),
                        Crumb.of(found.place().shown())));
        return "billing/unit-bills";
    }

    /**
     * An adjustment that somebody has to decide.
     *
     * @param own whether the reader proposed it, and so can't confirm it
     */
    record Waiting(String id, String month, String amount, String reason, String document, String by, boolean own) {

        static Waiting of(BillAdjustment adjustment, CurrentUser user) {
            return new Waiting(
                    adjustment.id().toString(),
                    adjustment.period().toString(),
                    BillTables.signed(adjustment.amount()),
                    adjustment.reason(),
                    adjustment.document(),
                    adjustment.proposedByName(),
                    adjustment.isProposedBy(user));
        }
    }
}
