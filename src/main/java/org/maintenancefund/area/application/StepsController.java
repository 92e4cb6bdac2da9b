package org.maintenancefund.area.application;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.Revision;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.application.StepDoubts.Doubts;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.request.FormBinder;
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

/**
 * The task list and the steps that are one form each: A 基本信息, B 规模, D 专户. Whatever is typed is kept at once, right or
 * wrong; 保存，稍后再填 asks nothing.
 */
@Controller
@RequestMapping(AreaApplicationDefinition.PATH)
@RequiredArgsConstructor
class StepsController {

    private final AreaDrafts drafts;
    private final AreaSteps steps;
    private final StepDoubts doubts;
    private final FormBinder binder;
    private final Districts districts;

    @ModelAttribute("draft")
    Draft<AreaForm> draft(
            @RequestParam(name = "draft", required = false) @Nullable String key,
            @AuthenticationPrincipal CurrentUser user) {
        return drafts.get(key, user);
    }

    /**
     * A line of the task list.
     *
     * @param href     where the step is filled in
     * @param required false where nothing has to be told
     * @param marked   true where something of it is to be mended
     */
    public record Task(AreaStep step, AreaStep.Progress progress, String href, boolean required, boolean marked) {}

    @GetMapping
    String tasks(@ModelAttribute(name = "draft", binding = false) Draft<AreaForm> draft, Model model) {
        AreaStep.show(draft, null, model);
        Optional<Revision> revision = drafts.revision(draft);
        model.addAttribute("revision", revision.orElse(null));
        List<Task> tasks = Arrays.stream(AreaStep.values())
                .map(step -> new Task(
                        step,
                        steps.progress(draft.form(), step),
                        AreaStep.path(draft, "/" + step.word()),
                        step != AreaStep.BUILDINGS || draft.form().before() == null,
                        revision.stream()
                                .flatMap(it -> it.lines().stream())
                                .anyMatch(line -> line.href().startsWith(AreaStep.path(draft, "/" + step.word())))))
                .toList();
        model.addAttribute("steps", tasks);
        model.addAttribute("complete", steps.read(draft.form()).isPresent());
        model.addAttribute("checkAddress", AreaStep.path(draft, "/check"));
        return "area/application/tasks";
    }

    @GetMapping("/{word}")
    String show(
            @PathVariable String word,
            @ModelAttribute(name = "draft", binding = false) Draft<AreaForm> draft,
            Model model) {
        AreaStep step = AreaStep.of(word);
        model.addAttribute("form", step.typed(draft.form()));
        return page(draft, step, model);
    }

    @PostMapping("/{word}")
    Object save(
            @PathVariable String word,
            @ModelAttribute(name = "draft", binding = false) Draft<AreaForm> draft,
            @RequestParam(required = false) @Nullable String later,
            @RequestParam(required = false) @Nullable String seen,
            @RequestParam(required = false) @Nullable String open,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            Model model) {
        AreaStep step = AreaStep.of(word);
        Object typed = FormBinder.target(binder.bind(step.formType(), request), step.formType());
        Draft<AreaForm> saved = drafts.save(draft, draft.form().with(typed));
        if (open != null) {
            drafts.openAll(saved);
            return FormPages.seeOther(AreaStep.path(saved, "/" + word));
        }
        if (later != null) {
            return FormPages.seeOther(AreaStep.path(saved, ""));
        }
        BindingResult errors = steps.check(step.typed(saved.form()));
        Optional<Doubts> toSee = errors.hasErrors() ? Optional.empty() : toSee(step, saved.form(), user, errors);
        if (errors.hasErrors()
                || toSee.filter(found -> !found.token().equals(seen)).isPresent()) {
            model.addAllAttributes(errors.getModel());
            model.addAttribute("doubts", toSee.orElse(null));
            drafts.open(saved, step, errors);
            return FormPages.invalid(page(saved, step, model));
        }
        return FormPages.seeOther(step.next(saved));
    }

    /** What of the step is to be seen first; an area that is on record already is a fault of its name besides. */
    private Optional<Doubts> toSee(AreaStep step, AreaForm form, CurrentUser user, BindingResult errors) {
        Optional<AreaView> same = step == AreaStep.BASICS ? doubts.same(form) : Optional.empty();
        same.ifPresent(area -> FieldErrors.reject(errors, "name", "area.application.exists", area.name(), area.code()));
        return same.map(area -> doubts.notice(area, user)).or(() -> doubts.of(step, form, user));
    }

    private String page(Draft<AreaForm> draft, AreaStep step, Model model) {
        AreaStep.show(draft, step, model);
        model.addAttribute("revision", drafts.revision(draft, step).orElse(null));
        switch (step) {
            case BASICS -> model.addAttribute("districts", districts.all());
            case SCALE -> model.addAttribute("types", Option.ofEnum(AreaType.class));
            case ACCOUNT ->
                model.addAttribute(
                        "owns",
                        List.of(
                                Option.of(AreaForm.Account.NO, Messages.of("area.fundAccount.none")),
                                Option.of(AreaForm.Account.YES, Messages.of("area.fundAccount.yes"))));
            case BUILDINGS -> throw new IllegalArgumentException("has a page of its own");
        }
        return "area/application/" + step.word();
    }
}
