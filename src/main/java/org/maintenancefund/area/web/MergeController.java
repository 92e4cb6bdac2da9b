package org.maintenancefund.area.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.MergeOrder;
import org.maintenancefund.area.domain.MergePlan;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 合并物业区域, from the comparison over the check to the deed. */
@Controller
@RequestMapping("/areas/merge")
class MergeController {

    private static final String COMPARE = "area/merge-compare";
    private static final String CHECK = "area/merge-check";

    private final AreaMerging merging;
    private final PropertyAreas areas;

    MergeController(AreaMerging merging, PropertyAreas areas) {
        this.merging = merging;
        this.areas = areas;
    }

    @ModelAttribute(Crumb.ATTRIBUTE)
    List<Crumb> crumbs() {
        return List.of(Crumb.of(Messages.of("area.merge.title")));
    }

    @GetMapping("/compare")
    String compare(@ModelAttribute("form") MergeForm form, Model model) {
        MergePlan plan = merging.plan(form.chosen());
        model.addAttribute("form", form.proposed(plan.areas()));
        show(plan, model);
        return COMPARE;
    }

    /** Asks nothing of the database that the comparison does not; a POST only so that faults come back with status 400. */
    @PostMapping("/compare")
    ModelAndView check(@Valid @ModelAttribute("form") MergeForm form, BindingResult errors, Model model) {
        MergePlan plan = merging.plan(form.chosen());
        Optional<MergeOrder> order = plan.isPossible() ? form.read(plan.areas(), errors) : Optional.empty();
        show(plan, model);
        if (order.isEmpty()) {
            return FormPages.invalid(COMPARE);
        }
        AreaView kept = plan.areas().stream()
                .filter(area -> area.id().equals(order.get().kept()))
                .findFirst()
                .orElseThrow();
        return new ModelAndView(CHECK)
                .addObject("order", order.get())
                .addObject("kept", kept)
                .addObject(
                        "merged",
                        plan.areas().stream().filter(area -> area != kept).toList());
    }

    @PostMapping
    ModelAndView merge(
            @Valid @ModelAttribute("form") MergeForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        MergePlan plan = merging.plan(form.chosen());
        Optional<MergeOrder> order = form.read(plan.areas(), errors);
        if (order.isPresent() && plan.isPossible()) {
            try {
                merging.merge(order.get(), user);
                AreaView kept = areas.get(order.get().kept());
                flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("area.merge.done", kept.name(), kept.code()));
                return FormPages.seeOther("/areas/" + kept.id());
            } catch (Refusal refusal) {
                model.addAttribute("refused", Messages.of(refusal.reason()));
                plan = merging.plan(form.chosen());
            } catch (NotFound gone) {
                plan = merging.plan(form.chosen());
            }
        }
        show(plan, model);
        return new ModelAndView(COMPARE, errors.hasErrors() ? HttpStatus.BAD_REQUEST : HttpStatus.CONFLICT);
    }

    private static void show(MergePlan plan, Model model) {
        model.addAttribute("plan", plan);
        model.addAttribute(
                "codes",
                plan.areas().stream()
                        .map(area -> Option.of(area.id(), area.code() + "　" + area.name()))
                        .toList());
        model.addAttribute(
                "back",
                MergeForm.address(
                        "/areas/merge", plan.areas().stream().map(AreaView::id).toList()));
    }
}
