package org.maintenancefund.area.application;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.review.ApplicationNumber;
import org.maintenancefund.review.Draft;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages of all steps have in common. */
@ControllerAdvice(basePackageClasses = StepPages.class)
class StepPages {

    /** Somebody asks for a step and has begun nothing: to where one begins. */
    @ExceptionHandler(NoDraft.class)
    ModelAndView nothingBegun(RedirectAttributes flash) {
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning("没有正在填写的内容", "可能已经提交，或在另一个窗口里重新开始了。请从这里开始填写或查看申请。"));
        return FormPages.seeOther("/areas/applications");
    }

    static void show(Draft<AreaForm> draft, @Nullable AreaStep step, Model model) {
        AreaForm form = draft.form();
        model.addAttribute("number", draft.mended());
        model.addAttribute("step", step);
        model.addAttribute("before", form.before());
        model.addAttribute("subject", form.basics().name());
        model.addAttribute("tasks", path(draft.mended(), ""));
        if (step != null) {
            model.addAttribute("here", path(draft.mended(), "/" + step.word()));
        }
        List<Crumb> crumbs = new ArrayList<>();
        crumbs.add(step == null ? Crumb.of("填写") : new Crumb("填写", path(draft.mended(), "")));
        if (step != null) {
            crumbs.add(Crumb.of(step.label()));
        }
        model.addAttribute(Crumb.ATTRIBUTE, crumbs);
    }

    /** The step that follows, or the page that shows everything for checking. */
    static String next(@Nullable ApplicationNumber mended, AreaStep step) {
        List<AreaStep> steps = Arrays.asList(AreaStep.values());
        int next = steps.indexOf(step) + 1;
        return path(mended, next < steps.size() ? "/" + steps.get(next).word() : "/check");
    }

    static String path(@Nullable ApplicationNumber mended, String rest) {
        return AreaApplication.PATH + rest + (mended == null ? "" : "?number=" + mended);
    }

    static @Nullable ApplicationNumber number(@Nullable String text) {
        return text == null ? null : ApplicationNumber.parse(text).orElse(null);
    }
}
