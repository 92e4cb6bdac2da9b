package org.maintenancefund.unit.opening.web;

import jakarta.validation.Valid;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.opening.OpeningDoubts;
import org.maintenancefund.unit.opening.OpeningEntry;
import org.maintenancefund.unit.opening.OpeningLineService;
import org.maintenancefund.unit.opening.OpeningLineService.LineOfUnit;
import org.maintenancefund.unit.opening.OpeningService;
import org.maintenancefund.web.Asked;
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

/** The opening balance of one unit: entered, put right, or taken out. */
@Controller
@RequestMapping("/units/areas/{area}/opening/units/{unit}")
@RequiredArgsConstructor
class LineController {

    private final OpeningLineService lines;
    private final OpeningService openings;

    @GetMapping
    ModelAndView start(
            @PathVariable AreaId area,
            @PathVariable UnitId unit,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        LineOfUnit found = lines.get(area, unit, user);
        AreaView in = found.unit().area();
        if (openings.underway(in, user).filter(sheet -> sheet.state().isOpen()).isEmpty()) {
            return FormPages.seeOther(OpeningPages.path(in), Notice.warning("unit.opening.closed"), flash);
        }
        return page(found, HttpStatus.OK).addObject("form", LineForm.of(found.entry(), found.version()));
    }

    @PostMapping
    ModelAndView enter(
            @PathVariable AreaId area,
            @PathVariable UnitId unit,
            @Valid @ModelAttribute("form") LineForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        LineOfUnit found = lines.get(area, unit, user);
        if (errors.hasErrors()) {
            return page(found, HttpStatus.BAD_REQUEST).addObject("version", form.version());
        }
        OpeningEntry entry = form.toEntry(unit);
        List<Reason> unlikely =
                OpeningDoubts.about(entry.original(), entry.balance()).stream().toList();
        form.asked().require(unlikely, errors);
        if (!errors.hasErrors()) {
            try {
                lines.enter(area, form.seenVersion(), entry, user);
                return FormPages.seeOther(
                        OpeningPages.path(found.unit().area()),
                        Notice.success(
                                "unit.opening.entered",
                                found.unit().unit().place().shown(),
                                entry.balance()),
                        flash);
            } catch (StaleVersion stale) {
                return Asked.ask(unlikely, page(lines.get(area, unit, user), HttpStatus.CONFLICT))
                        .addObject("stale", true);
            } catch (Refusal refusal) {
                FieldErrors.rejectAll(errors, refusal.reason());
            }
        }
        return Asked.ask(unlikely, page(found, HttpStatus.BAD_REQUEST)).addObject("version", form.version());
    }

    @PostMapping("/remove")
    ModelAndView remove(
            @PathVariable AreaId area,
            @PathVariable UnitId unit,
            @RequestParam(defaultValue = "") String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        LineOfUnit found = lines.get(area, unit, user);
        String path = OpeningPages.path(found.unit().area());
        String place = found.unit().unit().place().shown();
        try {
            lines.remove(area, unit, FormPages.seenVersion(version), user);
            return FormPages.seeOther(path, Notice.success("unit.opening.removed", place), flash);
        } catch (StaleVersion stale) {
            return FormPages.seeOther(
                    path + "/units/" + unit, Notice.warning("unit.opening.removed.stale", place), flash);
        } catch (Refusal refusal) {
            return FormPages.seeOther(path, Notice.warning(refusal.reason()), flash);
        }
    }

    private static ModelAndView page(LineOfUnit found, HttpStatus status) {
        AreaView area = found.unit().area();
        return new ModelAndView("unit/opening-line", status)
                .addObject("area", area)
                .addObject("path", OpeningPages.path(area))
                .addObject("unit", found.unit().unit())
                .addObject("entry", found.entry())
                .addObject("by", found.by())
                .addObject("version", found.entry() == null ? "" : Integer.toString(found.version()))
                .addObject(
                        Crumb.ATTRIBUTE,
                        OpeningPages.crumbs(area, found.unit().unit().place().shown()));
    }
}
