package org.maintenancefund.area.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.review.Draft;
import org.maintenancefund.review.Submission;
import org.maintenancefund.review.Submissions;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Messages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.SummaryRow;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Step E 核对并提交. */
@Controller
@RequestMapping(AreaApplication.PATH + "/check")
class CheckController {

    private static final String PAGE = "area/application/check";

    private final AreaDrafts drafts;
    private final InfoLines lines;
    private final Submissions submissions;
    private final Messages messages;

    CheckController(AreaDrafts drafts, InfoLines lines, Submissions submissions, Messages messages) {
        this.drafts = drafts;
        this.lines = lines;
        this.submissions = submissions;
        this.messages = messages;
    }

    @GetMapping
    String check(
            @RequestParam(required = false) @Nullable String number,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        Draft<AreaForm> draft = drafts.get(StepPages.number(number), user);
        Optional<AreaDetails> details = drafts.details(draft.form(), user);
        if (details.isEmpty()) {
            return "redirect:" + StepPages.path(draft.mended(), "");
        }
        show(draft, details.get(), model);
        submissions
                .obstacle(draft, details.get())
                .ifPresent(reason -> model.addAttribute("obstacle", messages.of(reason)));
        return PAGE;
    }

    @PostMapping
    Object submit(
            @RequestParam(required = false) @Nullable String number,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        Draft<AreaForm> draft = drafts.get(StepPages.number(number), user);
        Optional<AreaDetails> details = drafts.details(draft.form(), user);
        if (details.isEmpty()) {
            return FormPages.seeOther(StepPages.path(draft.mended(), ""));
        }
        try {
            Submission submission = submissions.submit(draft, details.get(), user);
            flash.addFlashAttribute(
                    Notice.ATTRIBUTE, Notice.success("提交成功，受理编号 " + submission.number(), "区中心将按办理期限审核，审核结果在本页查看。"));
            return FormPages.seeOther("/areas/applications");
        } catch (Refusal refusal) {
            show(draft, details.get(), model);
            model.addAttribute("obstacle", messages.of(refusal.reason()));
            return FormPages.invalid(PAGE);
        }
    }

    private void show(Draft<AreaForm> draft, AreaDetails details, Model model) {
        StepPages.show(draft, null, model);
        AreaInfo before = details.before();
        List<SummaryRow> rows = new ArrayList<>();
        for (InfoLines.Field field : lines.fields()) {
            boolean fixed =
                    before != null && (field.key().equals("name") || field.key().equals("district"));
            SummaryRow row = SummaryRow.ofLines(field.label(), field.lines().apply(details.after()));
            SummaryRow told = fixed
                    ? row
                    : row.changeAt(
                            StepPages.path(draft.mended(), "/" + field.step().word()) + "#" + field.key());
            rows.add(
                    before != null && field.differs(before, details.after())
                            ? told.changedFrom(String.join("，", field.lines().apply(before)))
                            : told);
        }
        Figures figures = Figures.of(details.after());
        List<Totals.Total> off = new ArrayList<>(
                details.after().buildingList().isEmpty()
                        ? List.of()
                        : Totals.of(figures, details.after().buildingList()));
        off.add(Totals.parts(figures));
        off.removeIf(Totals.Total::isEqual);
        model.addAttribute("rows", rows);
        model.addAttribute("off", off);
        model.addAttribute("checkPath", StepPages.path(draft.mended(), "/check"));
    }
}
