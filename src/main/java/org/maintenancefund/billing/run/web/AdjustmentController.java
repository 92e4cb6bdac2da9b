package org.maintenancefund.billing.run.web;

import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.run.AdjustmentId;
import org.maintenancefund.billing.run.AdjustmentService;
import org.maintenancefund.billing.run.NamedUnits;
import org.maintenancefund.billing.run.NamedUnits.NamedUnit;
import org.maintenancefund.billing.run.UnitBills;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 账单调整: proposed by one person, decided by another. */
@Controller
@RequestMapping("/bills/units/{unit}/adjustments")
@RequiredArgsConstructor
class AdjustmentController {

    private final NamedUnits units;
    private final CollectionRights rights;
    private final UnitBills bills;
    private final AdjustmentService adjustments;

    @GetMapping("/new")
    ModelAndView start(
            @PathVariable UnitId unit,
            @RequestParam(defaultValue = "") String month,
            @AuthenticationPrincipal CurrentUser user) {
        return page(unit, user, HttpStatus.OK).addObject("form", AdjustmentForm.of(month));
    }

    @PostMapping("/new")
    ModelAndView propose(
            @PathVariable UnitId unit,
            @Valid @ModelAttribute("form") AdjustmentForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        if (errors.hasErrors()) {
            return page(unit, user, HttpStatus.BAD_REQUEST);
        }
        try {
            adjustments.propose(form.toAdjustment(unit), user);
            return FormPages.seeOther(BillPaths.unit(unit), Notice.success("billing.adjustment.proposed"), flash);
        } catch (Refusal refusal) {
            FieldErrors.reject(errors, "amount", refusal.reason());
            return page(unit, user, HttpStatus.BAD_REQUEST);
        }
    }

    @PostMapping("/{id}/confirm")
    ModelAndView confirm(
            @PathVariable UnitId unit,
            @PathVariable AdjustmentId id,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        return after(unit, "billing.adjustment.confirmed", () -> adjustments.confirm(unit, id, user), flash);
    }

    @PostMapping("/{id}/reject")
    ModelAndView reject(
            @PathVariable UnitId unit,
            @PathVariable AdjustmentId id,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        return after(unit, "billing.adjustment.rejected", () -> adjustments.reject(unit, id, user), flash);
    }

    @PostMapping("/{id}/withdraw")
    ModelAndView withdraw(
            @PathVariable UnitId unit,
            @PathVariable AdjustmentId id,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        return after(unit, "billing.adjustment.withdrawn", () -> adjustments.withdraw(unit, id, user), flash);
    }

    private static ModelAndView after(UnitId unit, String done, Runnable step, RedirectAttributes flash) {
        try {
            step.run();
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success(done));
        } catch (Refusal refusal) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning(refusal.reason()));
        }
        return FormPages.seeOther(BillPaths.unit(unit));
    }

    private ModelAndView page(UnitId id, CurrentUser user, HttpStatus status) {
        NamedUnit unit = units.get(id);
        AreaView area = rights.collecting(unit.area(), user);
        return new ModelAndView("billing/adjust", status)
                .addObject("unit", unit)
                .addObject("here", BillPaths.unit(id))
                .addObject("months", BillTables.months(bills.of(id, rights.months(area, user))))
                .addObject(
                        Crumb.ATTRIBUTE,
                        List.of(
                                new Crumb(area.name(), BillPaths.area(area)),
                                new Crumb(unit.place().shown(), BillPaths.unit(id)),
                                Crumb.of(Messages.of("billing.adjustment.title"))));
    }
}
