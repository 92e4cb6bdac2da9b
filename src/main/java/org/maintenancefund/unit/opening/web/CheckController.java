package org.maintenancefund.unit.opening.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.unit.opening.OpeningDoubts;
import org.maintenancefund.unit.opening.OpeningFigures;
import org.maintenancefund.unit.opening.OpeningReview;
import org.maintenancefund.unit.opening.OpeningService;
import org.maintenancefund.unit.opening.OpeningView;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 复核: a second person of who manages the area looks at the opening balances, and sends them to the district. */
@Controller
@RequestMapping("/units/areas/{area}/opening/check")
@RequiredArgsConstructor
class CheckController {

    private final UnitAreas rights;
    private final OpeningService openings;
    private final OpeningReview review;
    private final OpeningFigures figures;
    private final OpeningDoubts doubts;
    private final OpeningPages pages;

    @GetMapping
    ModelAndView start(@PathVariable AreaId area, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        AreaView found = rights.changed(area, user);
        return openings.underway(found, user)
                .map(sheet -> page(found, sheet, user, HttpStatus.OK))
                .orElseGet(() -> notBegun(found, flash));
    }

    private static ModelAndView notBegun(AreaView area, RedirectAttributes flash) {
        return FormPages.seeOther(OpeningPages.path(area), Notice.warning("unit.opening.refusal.not-begun"), flash);
    }

    @PostMapping
    ModelAndView check(
            @PathVariable AreaId area,
            @Valid @ModelAttribute("form") CheckForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        AreaView found = rights.changed(area, user);
        Optional<OpeningView> underway = openings.underway(found, user);
        if (underway.isEmpty()) {
            return notBegun(found, flash);
        }
        OpeningView sheet = underway.get();
        form.asked().require(doubts.about(sheet, figures.of(sheet.id())), errors);
        if (!errors.hasErrors()) {
            try {
                review.check(sheet.id(), form.seenVersion(), user);
                return FormPages.seeOther(OpeningPages.path(found), Notice.success("unit.opening.checked"), flash);
            } catch (StaleVersion stale) {
                OpeningView current = openings.underway(found, user).orElse(sheet);
                return page(found, current, user, HttpStatus.CONFLICT).addObject("stale", true);
            } catch (Refusal refusal) {
                FieldErrors.rejectAll(errors, refusal.reason());
            }
        }
        return page(found, sheet, user, HttpStatus.BAD_REQUEST);
    }

    private ModelAndView page(AreaView area, OpeningView sheet, CurrentUser user, HttpStatus status) {
        OpeningFigures.Sum sum = figures.of(sheet.id());
        List<Reason> unlikely = doubts.about(sheet, sum);
        ModelAndView page = new ModelAndView("unit/opening-check", status)
                .addObject("area", area)
                .addObject("path", OpeningPages.path(area))
                .addObject("sheet", sheet)
                .addObject("rows", pages.summary(sheet, sum))
                .addObject(
                        "obstacle",
                        review.obstacle(sheet, user).map(Messages::of).orElse(null))
                .addObject("alone", pages.alone(area, user))
                .addObject(Crumb.ATTRIBUTE, OpeningPages.crumbs(area, Messages.of("unit.opening.title.check")));
        if (status == HttpStatus.OK) {
            page.addObject("form", new CheckForm(Asked.NOTHING, null));
        }
        return Asked.ask(unlikely, page);
    }
}
