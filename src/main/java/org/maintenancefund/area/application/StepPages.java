package org.maintenancefund.area.application;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.Draft;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Crumb;
import org.springframework.ui.Model;

/** What the pages of all steps have in common. */
final class StepPages {

    private StepPages() {}

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
    static String next(Draft<AreaForm> draft, AreaStep step) {
        List<AreaStep> steps = Arrays.asList(AreaStep.values());
        int next = steps.indexOf(step) + 1;
        return path(draft, next < steps.size() ? "/" + steps.get(next).word() : "/check");
    }

    static String path(Draft<AreaForm> draft, String rest) {
        return AreaApplicationDefinition.PATH + rest + "?draft=" + draft.key();
    }
}
