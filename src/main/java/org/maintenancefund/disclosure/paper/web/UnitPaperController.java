package org.maintenancefund.disclosure.paper.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.disclosure.paper.PaperService;
import org.maintenancefund.disclosure.paper.PaperService.PapersOfUnit;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The papers of a unit, and those that are given out of its account. */
@Controller
@RequestMapping(IssuedPaperController.PATH + "units/{unit}")
@RequiredArgsConstructor
class UnitPaperController {

    private final PaperService papers;
    private final Clock clock;

    static String path(UnitId unit) {
        return IssuedPaperController.PATH + "units/" + unit;
    }

    @GetMapping
    ModelAndView list(@PathVariable UnitId unit, @AuthenticationPrincipal CurrentUser user) {
        return page(unit, user, HttpStatus.OK).addObject("form", StatementForm.until(LocalDate.now(clock)));
    }

    @PostMapping("/balance")
    ModelAndView proveBalance(
            @PathVariable UnitId unit, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        try {
            return FormPages.seeOther(IssuedPaperController.PATH + papers.proveBalance(unit, user));
        } catch (Refusal none) {
            return FormPages.seeOther(path(unit), Notice.warning(none.reason()), flash);
        }
    }

    @PostMapping("/statement")
    ModelAndView state(
            @PathVariable UnitId unit,
            @Valid @ModelAttribute("form") StatementForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user) {
        papers.issuing(unit, user);
        if (!errors.hasErrors()) {
            try {
                return FormPages.seeOther(
                        IssuedPaperController.PATH + papers.state(unit, form.firstDay(), form.lastDay(), user));
            } catch (Refusal refusal) {
                FieldErrors.reject(errors, "first", refusal.reason());
            }
        }
        return page(unit, user, HttpStatus.BAD_REQUEST);
    }

    private ModelAndView page(UnitId unit, CurrentUser user, HttpStatus status) {
        PapersOfUnit found = papers.of(unit, user);
        return new ModelAndView("disclosure/paper/unit", status)
                .addObject("unit", found.unit())
                .addObject("area", found.area())
                .addObject("issues", found.issues())
                .addObject("papers", PaperTables.of(found.papers()))
                .addObject(
                        Crumb.ATTRIBUTE,
                        List.of(
                                new Crumb(found.unit().place().shown(), "/units/" + unit),
                                Crumb.of(Messages.of("disclosure.paper.of-unit"))));
    }
}
