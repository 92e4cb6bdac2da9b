package org.maintenancefund.unit.opening.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.unit.OpeningState;
import org.maintenancefund.unit.opening.OpeningDoubts;
import org.maintenancefund.unit.opening.OpeningFigures;
import org.maintenancefund.unit.opening.OpeningId;
import org.maintenancefund.unit.opening.OpeningList;
import org.maintenancefund.unit.opening.OpeningReview;
import org.maintenancefund.unit.opening.OpeningReview.SheetOfArea;
import org.maintenancefund.unit.opening.OpeningView;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One sheet of opening balances for staff, with its lines; the district of its area approves or returns it. */
@Controller
@RequestMapping(OpeningQueueController.PATH + "/{id}")
@RequiredArgsConstructor
class OpeningReviewController {

    private static final String SHOW = "unit/opening-show";

    private final OpeningReview review;
    private final OpeningList lines;
    private final OpeningFigures figures;
    private final OpeningDoubts doubts;
    private final OpeningPages pages;
    private final PropertyAreas areas;

    @GetMapping
    String show(
            @PathVariable OpeningId id,
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        model.addAttribute("form", DecisionForm.EMPTY);
        return page(review.get(id, user), address, user, model);
    }

    @PostMapping("/decision")
    ModelAndView decide(
            @PathVariable OpeningId id,
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        SheetOfArea found = review.get(id, user);
        form.requireReason(errors);
        if (!errors.hasErrors()) {
            try {
                decide(id, form, user);
                String done = form.isReturn() ? "unit.opening.returned" : "unit.opening.approved";
                return FormPages.seeOther(
                        OpeningQueueController.PATH,
                        Notice.success(done, found.area().name()),
                        flash);
            } catch (StaleVersion stale) {
                model.addAttribute("stale", true);
                return new ModelAndView(page(review.get(id, user), Map.of(), user, model), HttpStatus.CONFLICT);
            } catch (Refusal refusal) {
                FieldErrors.rejectAll(errors, refusal.reason());
            }
        }
        return FormPages.invalid(page(found, Map.of(), user, model));
    }

    private void decide(OpeningId id, DecisionForm form, CurrentUser user) {
        if (form.isReturn()) {
            review.giveBack(id, form.seenVersion(), form.reasonText(), user);
        } else {
            review.approve(id, form.seenVersion(), user);
        }
    }

    private String page(SheetOfArea found, Map<String, List<String>> address, CurrentUser user, Model model) {
        OpeningView sheet = found.sheet();
        AreaView area = found.area();
        OpeningFigures.Sum sum = figures.of(sheet.id());
        model.addAttribute("sheet", sheet);
        model.addAttribute("area", area);
        model.addAttribute("rows", pages.summary(sheet, sum));
        model.addAttribute(
                "doubts", doubts.about(sheet, sum).stream().map(Messages::of).toList());
        model.addAttribute("decides", sheet.state() == OpeningState.CHECKED && OpeningReview.decides(user));
        model.addAttribute("results", Option.ofEnum(OpeningDecision.class));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(area.name())));
        OpeningController.lines(
                        OpeningQueueController.PATH + "/" + sheet.id(),
                        address,
                        areas.buildings(area.id()),
                        wanted -> lines.ofSheet(sheet, wanted))
                .show(model);
        return SHOW;
    }
}
