package org.maintenancefund.unit.opening.web;

import jakarta.validation.Valid;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.unit.opening.OpeningFigures;
import org.maintenancefund.unit.opening.OpeningService;
import org.maintenancefund.unit.opening.OpeningView;
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

/** 截止日期和接收金额: begins the opening balances of an area, or puts right what was told of them. */
@Controller
@RequestMapping("/units/areas/{area}/opening/edit")
@RequiredArgsConstructor
class HeaderController {

    private final UnitAreas rights;
    private final OpeningService openings;
    private final OpeningFigures figures;

    @GetMapping
    ModelAndView start(@PathVariable AreaId area, @AuthenticationPrincipal CurrentUser user) {
        AreaView found = rights.changed(area, user);
        Optional<OpeningView> sheet = openings.underway(found, user);
        return page(found, sheet.orElse(null), HttpStatus.OK)
                .addObject(
                        "form",
                        sheet.map(told -> HeaderForm.of(told.header(), told.version()))
                                .orElse(HeaderForm.EMPTY));
    }

    @PostMapping
    ModelAndView tell(
            @PathVariable AreaId area,
            @Valid @ModelAttribute("form") HeaderForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        AreaView found = rights.changed(area, user);
        if (!errors.hasErrors()) {
            try {
                openings.tell(found.id(), form.seenVersion(), form.toHeader(), user);
                return FormPages.seeOther(OpeningPages.path(found), Notice.success("unit.opening.told"), flash);
            } catch (StaleVersion stale) {
                OpeningView current = openings.underway(found, user).orElse(null);
                return page(found, current, HttpStatus.CONFLICT)
                        .addObject("stale", true)
                        .addObject("version", current == null ? "" : Integer.toString(current.version()));
            } catch (Refusal refusal) {
                if (refusal.reason().code().equals("unit.opening.refusal.future")) {
                    FieldErrors.reject(errors, "asOf", refusal.reason());
                } else {
                    FieldErrors.rejectAll(errors, refusal.reason());
                }
            }
        }
        return page(found, openings.underway(found, user).orElse(null), HttpStatus.BAD_REQUEST)
                .addObject("version", form.version());
    }

    private ModelAndView page(AreaView area, @Nullable OpeningView sheet, HttpStatus status) {
        return new ModelAndView("unit/opening-edit", status)
                .addObject("area", area)
                .addObject("path", OpeningPages.path(area))
                .addObject("version", sheet == null ? "" : Integer.toString(sheet.version()))
                .addObject("current", sheet == null ? null : sheet.header())
                .addObject("sum", sheet == null ? null : figures.of(sheet.id()))
                .addObject(Crumb.ATTRIBUTE, OpeningPages.crumbs(area, Messages.of("unit.opening.title.edit")));
    }
}
