package org.maintenancefund.area.application;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Draft;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Option;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The task list and the steps that are one form each: A 基本信息, B 规模, D 专户. Whatever is typed is kept at once, right or
 * wrong; 保存，稍后再填 asks nothing.
 */
@Controller
@RequestMapping(AreaApplicationDefinition.PATH)
class StepsController {

    private final AreaDrafts drafts;
    private final AreaFormCheck check;
    private final Districts districts;

    StepsController(AreaDrafts drafts, AreaFormCheck check, Districts districts) {
        this.drafts = drafts;
        this.check = check;
        this.districts = districts;
    }

    /**
     * A line of the task list.
     *
     * @param href     where the step is filled in
     * @param required false where nothing has to be told
     */
    public record Task(AreaStep step, AreaStep.Progress progress, String href, boolean required) {}

    @GetMapping
    String tasks(
            @RequestParam(name = "draft", required = false) @Nullable String key,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Draft<AreaForm> draft = drafts.get(key, user);
        StepPages.show(draft, null, model);
        List<Task> tasks = Arrays.stream(AreaStep.values())
                .map(step -> new Task(
                        step,
                        check.progress(draft.form(), step),
                        StepPages.path(draft, "/" + step.word()),
                        step != AreaStep.BUILDINGS || draft.form().before() == null))
                .toList();
        model.addAttribute("steps", tasks);
        model.addAttribute("complete", check.read(draft.form()).isPresent());
        model.addAttribute("checkAddress", StepPages.path(draft, "/check"));
        return "area/application/tasks";
    }

    @GetMapping("/basics")
    String basics(
            @RequestParam(name = "draft", required = false) @Nullable String key,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Draft<AreaForm> draft = drafts.get(key, user);
        return show(draft, AreaStep.BASICS, draft.form().basics(), model);
    }

    @PostMapping("/basics")
    Object basics(
            @ModelAttribute("form") BasicsForm typed,
            BindingResult errors,
            @RequestParam(name = "draft", required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String later,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Draft<AreaForm> draft = drafts.get(key, user);
        Draft<AreaForm> saved = drafts.save(draft, draft.form().with(typed));
        return proceed(saved, AreaStep.BASICS, saved.form().basics(), check::basics, errors, later, model);
    }

    @GetMapping("/scale")
    String scale(
            @RequestParam(name = "draft", required = false) @Nullable String key,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Draft<AreaForm> draft = drafts.get(key, user);
        return show(draft, AreaStep.SCALE, draft.form().scale(), model);
    }

    @PostMapping("/scale")
    Object scale(
            @ModelAttribute("form") ScaleForm typed,
            BindingResult errors,
            @RequestParam(name = "draft", required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String later,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Draft<AreaForm> draft = drafts.get(key, user);
        Draft<AreaForm> saved = drafts.save(draft, draft.form().with(typed));
        return proceed(saved, AreaStep.SCALE, typed, check::figures, errors, later, model);
    }

    @GetMapping("/account")
    String account(
            @RequestParam(name = "draft", required = false) @Nullable String key,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Draft<AreaForm> draft = drafts.get(key, user);
        return show(draft, AreaStep.ACCOUNT, draft.form().account(), model);
    }

    @PostMapping("/account")
    Object account(
            @ModelAttribute("form") AccountForm typed,
            BindingResult errors,
            @RequestParam(name = "draft", required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String later,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Draft<AreaForm> draft = drafts.get(key, user);
        Draft<AreaForm> saved = drafts.save(draft, draft.form().with(typed));
        return proceed(saved, AreaStep.ACCOUNT, typed, check::account, errors, later, model);
    }

    private <F> Object proceed(
            Draft<AreaForm> saved,
            AreaStep step,
            F typed,
            BiFunction<F, Errors, ?> read,
            BindingResult errors,
            @Nullable String later,
            Model model) {
        if (later != null) {
            return FormPages.seeOther(StepPages.path(saved, ""));
        }
        read.apply(typed, errors);
        if (errors.hasErrors()) {
            return FormPages.invalid(page(saved, step, model));
        }
        return FormPages.seeOther(StepPages.next(saved, step));
    }

    private String show(Draft<AreaForm> draft, AreaStep step, Object form, Model model) {
        model.addAttribute("form", form);
        return page(draft, step, model);
    }

    private String page(Draft<AreaForm> draft, AreaStep step, Model model) {
        StepPages.show(draft, step, model);
        switch (step) {
            case BASICS -> model.addAttribute("districts", districts.all());
            case SCALE -> model.addAttribute("types", Option.ofEnum(AreaType.class));
            case ACCOUNT ->
                model.addAttribute(
                        "owns",
                        List.of(
                                Option.of(AccountForm.NO, Messages.of("area.fundAccount.none")),
                                Option.of(AccountForm.YES, Messages.of("area.fundAccount.yes"))));
            case BUILDINGS -> throw new IllegalArgumentException("has a page of its own");
        }
        return "area/application/" + step.word();
    }
}
