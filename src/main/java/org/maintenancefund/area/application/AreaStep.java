package org.maintenancefund.area.application;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.Draft;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.web.Crumb;
import org.springframework.ui.Model;

/** The steps of 社区信息完善 that are filled in; the last one, 核对并提交, is the check page. */
@RequiredArgsConstructor
enum AreaStep implements Labelled {
    BASICS("A", AreaForm.Basics.class, AreaForm::basics),
    SCALE("B", AreaForm.Scale.class, AreaForm::scale),
    BUILDINGS("C", BuildingForm.class, AreaForm::buildings),
    ACCOUNT("D", AreaForm.Account.class, AreaForm::account);

    @Getter
    private final String letter;

    /** What its page sends. */
    @Getter
    private final Class<?> formType;

    private final Function<AreaForm, Object> typed;

    static AreaStep of(String word) {
        return Arrays.stream(values())
                .filter(step -> step.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new NotFound("step " + word));
    }

    /** Last part of its address, and the part of the form that its pages fill in. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Object typed(AreaForm form) {
        return typed.apply(form);
    }

    /** What the pages of all steps have in common; {@code step} is null on a page of none of them. */
    static void show(Draft<AreaForm> draft, @Nullable AreaStep step, Model model) {
        AreaForm form = draft.form();
        model.addAttribute("number", draft.revises().orElse(null));
        model.addAttribute("draftKey", draft.key());
        model.addAttribute("kept", true);
        model.addAttribute("step", step);
        model.addAttribute("before", form.before());
        model.addAttribute("subject", form.basics().name());
        model.addAttribute("tasks", path(draft, ""));
        if (step != null) {
            model.addAttribute("here", path(draft, "/" + step.word()));
        }
        String title = Messages.of("area.application.title");
        model.addAttribute(
                Crumb.ATTRIBUTE,
                step == null
                        ? List.of(Crumb.of(title))
                        : List.of(new Crumb(title, path(draft, "")), Crumb.of(step.label())));
    }

    /** The step that follows, or the page that shows everything for checking. */
    String next(Draft<AreaForm> draft) {
        return path(draft, ordinal() + 1 < values().length ? "/" + values()[ordinal() + 1].word() : "/check");
    }

    static String path(Draft<?> draft, String rest) {
        return AreaApplicationDefinition.PATH + rest + "?draft=" + draft.key();
    }

    /** How far one is with it. */
    @RequiredArgsConstructor
    enum Progress implements Labelled {
        NOT_STARTED("off"),
        IN_PROGRESS("waiting"),
        DONE("ok");

        /** The kind of tag it is shown as. */
        @Getter
        private final String tag;
    }
}
