package org.maintenancefund.committee.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationLimits;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftOwners;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.application.Revisions;
import org.maintenancefund.application.SubjectStep;
import org.maintenancefund.area.AreaChoices;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaObstacle;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 业委会注册, step 1 选择物业区域: search, choose, and say why one part of a divided community registers on its own. A draft is
 * about one area for good: who chooses another one begins another draft, with what was typed or without it.
 */
@Controller
class AreaStepController extends SubjectStep<CommitteeForm> {

    private static final String PAGE = "committee/area";
    private static final String SIBLINGS = "committee/siblings";

    private final PropertyAreas areas;
    private final AreaObstacles obstacles;
    private final DraftOwners owners;
    private final Revisions revisions;
    private final ApplicationLimits limits;

    AreaStepController(
            PropertyAreas areas,
            AreaObstacles obstacles,
            CommitteeRegistrationDefinition definition,
            Drafts drafts,
            OpenDrafts list,
            DraftOwners owners,
            Revisions revisions,
            ApplicationLimits limits) {
        super(definition, drafts, list);
        this.areas = areas;
        this.obstacles = obstacles;
        this.owners = owners;
        this.revisions = revisions;
        this.limits = limits;
    }

    /** What step 1 sends. */
    record AreaChoice(@Nullable String area) {}

    /** What the question about siblings sends. */
    record SiblingsForm(@Nullable String same, List<String> siblingAnswer) {}

    @Override
    protected String subject(CommitteeForm form) {
        return form.areaId();
    }

    @Override
    protected CommitteeForm about(String area, Optional<CommitteeForm> typed) {
        return typed.map(form -> form.choose(area)).orElseGet(() -> CommitteeForm.startedWith(area));
    }

    @GetMapping(CommitteeRegistrationDefinition.START)
    String search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String tried,
            @RequestParam(required = false) @Nullable String draft,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String before,
            HttpServletRequest request,
            Model model) {
        show(q, find(request, draft), after, before, model);
        model.addAttribute("triedBefore", isAnotherTry(q, tried));
        if (draft == null && q == null) {
            owners.findBrowser(request).ifPresent(owner -> showDrafts(owner, null, model));
        }
        return PAGE;
    }

    /** Typing on is no other try. */
    private static boolean isAnotherTry(@Nullable String q, @Nullable String tried) {
        return q != null && !ChineseText.isBlank(tried) && !ChineseText.fold(q).startsWith(ChineseText.fold(tried));
    }

    /**
     * Takes the chosen area, and asks first where something was typed about another one.
     *
     * @param draft what is being filled in and gets another area; null for a new registration
     */
    @PostMapping(CommitteeRegistrationDefinition.START)
    Object choose(
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String draft,
            @ModelAttribute Answer answer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Draft<CommitteeForm>> from = find(request, draft);
        Optional<AreaView> chosen = AreaId.parse(area).flatMap(areas::find);
        if (chosen.isEmpty()) {
            BindingResult errors = new BeanPropertyBindingResult(new AreaChoice(area), "picked");
            FieldErrors.reject(errors, "area", "committee.area.missing");
            model.addAllAttributes(errors.getModel());
            model.addAttribute("missing", Messages.of("committee.area.missing"));
            show(q, from, null, null, model);
            return FormPages.invalid(PAGE);
        }
        AreaId id = chosen.get().id();
        AreaObstacle obstacle =
                obstacles.of(List.of(chosen.get()), revised(from)).get(id);
        if (obstacle != null) {
            return refused(obstacle.because(), q, from, model);
        }
        try {
            model.addAttribute("area", chosen.get());
            return choose(id.toString(), from, answer, owners.browser(request, response), null, model)
                    .map(address -> "redirect:" + address)
                    .orElse("committee/keep-typed");
        } catch (Refusal tooMany) {
            return refused(Messages.of(tooMany.reason()), q, from, model);
        }
    }

    private Object refused(String obstacle, @Nullable String q, Optional<Draft<CommitteeForm>> from, Model model) {
        show(q, from, null, null, model);
        model.addAttribute("areaError", obstacle);
        return FormPages.invalid(PAGE);
    }

    @GetMapping(CommitteeRegistrationDefinition.SIBLINGS)
    String siblings(@RequestParam(required = false) @Nullable String draft, HttpServletRequest request, Model model) {
        Optional<Draft<CommitteeForm>> found = find(request, draft);
        if (found.isEmpty()) {
            return "redirect:" + CommitteeRegistrationDefinition.START;
        }
        showSiblings(found.get(), found.get().form(), model);
        return SIBLINGS;
    }

    @PostMapping(CommitteeRegistrationDefinition.SIBLINGS)
    Object answer(
            @RequestParam(required = false) @Nullable String same,
            @RequestParam(name = "siblingAnswer", required = false) @Nullable List<String> ticked,
            @RequestParam(required = false) @Nullable String draft,
            HttpServletRequest request,
            Model model) {
        Optional<Draft<CommitteeForm>> found = find(request, draft);
        if (found.isEmpty()) {
            return "redirect:" + CommitteeRegistrationDefinition.START;
        }
        CommitteeForm form = found.get().form();
        if ("yes".equals(same)) {
            showSiblings(found.get(), found.get().form(), model);
            List<String> together = new ArrayList<>(List.of(form.areaId()));
            areas.siblings(areas.standing(AreaId.of(form.areaId())))
                    .forEach(sibling -> together.add(sibling.id().toString()));
            model.addAttribute("report", together);
            return "committee/merge-first";
        }
        CommitteeForm answered = form.with(form.areaId(), ticked == null ? List.of() : ticked);
        if (!"no".equals(same) || answered.exceptions().isEmpty()) {
            showSiblings(found.get(), answered, model);
            model.addAttribute("same", same);
            BindingResult errors = new BeanPropertyBindingResult(new SiblingsForm(same, form.siblingAnswer()), "form");
            boolean alone = "no".equals(same);
            FieldErrors.reject(
                    errors,
                    alone ? "siblingAnswer" : "same",
                    alone ? "committee.siblings.why" : "committee.siblings.missing");
            model.addAllAttributes(errors.getModel());
            return FormPages.invalid(SIBLINGS);
        }
        return "redirect:" + address(drafts.save(found.get(), revisions.keepClosed(found, answered)));
    }

    private void show(
            @Nullable String q,
            Optional<Draft<CommitteeForm>> draft,
            @Nullable String after,
            @Nullable String before,
            Model model) {
        model.addAllAttributes(limits.told());
        model.addAttribute("q", q);
        model.addAttribute("triedBefore", false);
        model.addAttribute("number", revised(draft));
        model.addAttribute("revision", draft.flatMap(revisions::of).orElse(null));
        model.addAttribute("draftKey", draft.map(Draft::key).orElse(null));
        model.addAttribute(
                "found",
                AreaChoices.of(
                        AreaSearch.of(q).page(after, before), areas, page -> obstacles.of(page, revised(draft))));
    }

    private void showSiblings(Draft<CommitteeForm> draft, CommitteeForm form, Model model) {
        model.addAttribute("form", new SiblingsForm(null, form.siblingAnswer()));
        AreaView area = areas.standing(AreaId.of(form.areaId()));
        List<AreaView> siblings = areas.siblings(area);
        model.addAttribute("number", revised(Optional.of(draft)));
        model.addAttribute("revision", revisions.of(draft).orElse(null));
        model.addAttribute("draftKey", draft.key());
        model.addAttribute("area", area);
        model.addAttribute(
                "siblings", siblings.stream().limit(PropertyAreas.MOST_SIBLINGS).toList());
        model.addAttribute("moreSiblings", siblings.size() > PropertyAreas.MOST_SIBLINGS);
        model.addAttribute("exceptions", SiblingException.values());
        model.addAttribute("answer", form.siblingAnswer());
        model.addAttribute("same", form.siblingAnswer().isEmpty() ? null : "no");
    }

    private Optional<Draft<CommitteeForm>> find(HttpServletRequest request, @Nullable String key) {
        return find(owners.findBrowser(request), key);
    }

    private static @Nullable ApplicationNumber revised(Optional<Draft<CommitteeForm>> draft) {
        return draft.flatMap(Draft::revises).orElse(null);
    }
}
