package org.maintenancefund.area.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaChoices;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.area.domain.AreaMerging.MergePlan;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Reason;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 合并物业区域: choosing the areas one after the other, the comparison, the check, the deed; and 撤销合并, while nothing was
 * decided on the kept area since.
 */
@Controller
@RequestMapping(MergeController.PATH)
@RequiredArgsConstructor
class MergeController {

    static final String PATH = "/areas/merge";

    private static final String COMPARE = "area/merge-compare";
    private static final String CHECK = "area/merge-check";

    private final AreaMerging merging;
    private final PropertyAreas areas;

    @ModelAttribute(Crumb.ATTRIBUTE)
    List<Crumb> crumbs() {
        return List.of(Crumb.of(Messages.of("area.merge.title")));
    }

    /** A chosen or offered area with the address that takes it off or adds it. */
    record Chosen(AreaView area, String href) {}

    /** With one chosen its siblings are offered. */
    @GetMapping
    String choose(
            MergeForm form,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        List<AreaView> stand = areas.inOrder(form.chosen());
        List<AreaId> chosen = stand.stream().map(AreaView::id).toList();
        AreaChoices found = AreaChoices.of(AreaSearch.of(q).page(after, before), areas, page -> Map.of());
        model.addAttribute("q", q);
        model.addAttribute(
                "chosen",
                stand.stream()
                        .map(area -> new Chosen(
                                area,
                                form.address(
                                        PATH,
                                        chosen.stream()
                                                .filter(id -> !id.equals(area.id()))
                                                .toList(),
                                        q)))
                        .toList());
        model.addAttribute("found", found);
        model.addAttribute("results", offers(areasOf(found.page().items()), chosen, form, q));
        model.addAttribute("near", offers(areasOf(found.near()), chosen, form, q));
        model.addAttribute(
                "siblings", chosen.isEmpty() ? List.of() : offers(areas.siblings(stand.get(0)), chosen, form, q));
        model.addAttribute("next", form.address(PATH + "/compare", chosen, null));
        model.addAttribute("report", form.report());
        return "area/merge-choose";
    }

    private static List<AreaView> areasOf(List<AreaChoices.Card> cards) {
        return cards.stream().map(AreaChoices.Card::area).toList();
    }

    private static List<Chosen> offers(
            List<AreaView> offered, List<AreaId> chosen, MergeForm form, @Nullable String q) {
        Set<AreaId> taken = Set.copyOf(chosen);
        return offered.stream()
                .filter(AreaView::isActive)
                .filter(area -> !taken.contains(area.id()))
                .map(area -> new Chosen(
                        area,
                        form.address(
                                PATH,
                                Stream.concat(chosen.stream(), Stream.of(area.id()))
                                        .toList(),
                                q)))
                .toList();
    }

    @GetMapping("/compare")
    String compare(@ModelAttribute("form") MergeForm form, Model model) {
        MergePlan plan = merging.plan(form.chosen());
        model.addAttribute("form", form.proposed(plan.areas()));
        show(plan, form, model);
        return COMPARE;
    }

    /** Asks nothing of the database that the comparison does not; a POST only so that faults come back with status 400. */
    @PostMapping("/compare")
    ModelAndView check(@Valid @ModelAttribute("form") MergeForm form, BindingResult errors, Model model) {
        MergePlan plan = merging.plan(form.chosen());
        Optional<MergeOrder> order = plan.isPossible() ? form.read(plan.areas(), errors) : Optional.empty();
        show(plan, form, model);
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
                return FormPages.seeOther(FromReport.next(form.report(), kept.code(), "/areas/" + kept.id()));
            } catch (Refusal refusal) {
                model.addAttribute("refused", Messages.of(refusal.reason()));
                plan = merging.plan(form.chosen());
            } catch (NotFound gone) {
                plan = merging.plan(form.chosen());
            }
        }
        show(plan, form, model);
        return new ModelAndView(COMPARE, errors.hasErrors() ? HttpStatus.BAD_REQUEST : HttpStatus.CONFLICT);
    }

    private static void show(MergePlan plan, MergeForm form, Model model) {
        model.addAttribute("plan", plan);
        model.addAttribute(
                "codes",
                plan.areas().stream()
                        .map(area -> Option.of(area.id(), area.code() + "　" + area.name()))
                        .toList());
        model.addAttribute(
                "back",
                form.address(PATH, plan.areas().stream().map(AreaView::id).toList(), null));
        model.addAttribute("report", form.report());
    }

    @GetMapping("/{merge}/undo")
    ModelAndView askToUndo(@PathVariable UUID merge) {
        return undoPage(merge, merging.whyNotUndone(merge), HttpStatus.OK);
    }

    @PostMapping("/{merge}/undo")
    ModelAndView undo(@PathVariable UUID merge, @AuthenticationPrincipal CurrentUser user, RedirectAttributes flash) {
        AreaView kept = merging.members(merge).get(0);
        try {
            merging.undo(merge, user);
        } catch (Refusal refusal) {
            return undoPage(merge, Optional.of(refusal.reason()), HttpStatus.CONFLICT);
        }
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("area.merge.undone", kept.name()));
        return FormPages.seeOther("/areas/" + kept.id());
    }

    private ModelAndView undoPage(UUID merge, Optional<Reason> refused, HttpStatus status) {
        List<AreaView> members = merging.members(merge);
        return new ModelAndView("area/merge-undo", status)
                .addObject("merge", merge)
                .addObject("kept", members.get(0))
                .addObject("merged", members.subList(1, members.size()))
                .addObject("refused", refused.map(Messages::of).orElse(null))
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(Messages.of("area.merge.undo.title"))));
    }
}
