package org.maintenancefund.area.report;

import jakarta.validation.Valid;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reports for those who answer them. */
@Controller
@RequiredArgsConstructor
class ReportsController {

    static final String PATH = "/area-reports";
    private static final String SHOW = "area/report-show";
    private static final Pattern CODE = Pattern.compile("([A-Za-z]{2})-?([0-9]{5,7})");

    private final AreaReportService service;
    private final PropertyAreas areas;
    private final Districts districts;

    @ModelAttribute("outcomes")
    List<Option> outcomes() {
        return List.of(Option.of(ReportState.DONE), Option.of(ReportState.REJECTED));
    }

    @GetMapping(PATH + "/{number}")
    String show(@PathVariable ApplicationNumber number, @AuthenticationPrincipal CurrentUser user, Model model) {
        model.addAttribute("form", AnswerForm.empty());
        show(service.get(number, user), user, model);
        return SHOW;
    }

    @PostMapping(PATH + "/{number}")
    ModelAndView answer(
            @PathVariable ApplicationNumber number,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        AreaReport report = service.get(number, user);
        ReportState outcome = form.state();
        if (outcome == null) {
            FieldErrors.reject(errors, "outcome", "area.report.outcome.required");
        }
        Optional<AreaView> result = readResult(form, errors);
        if (errors.hasErrors() || outcome == null) {
            show(report, user, model);
            return FormPages.invalid(SHOW);
        }
        try {
            service.close(
                    number,
                    outcome,
                    ChineseText.clean(form.reply()),
                    result.map(AreaView::id).orElse(null),
                    user);
        } catch (Refusal refusal) {
            model.addAttribute("refused", Messages.of(refusal.reason()));
            show(service.get(number, user), user, model);
            return new ModelAndView(SHOW, HttpStatus.CONFLICT);
        }
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("area.report.answered", number));
        return FormPages.seeOther(PATH + "/" + number);
    }

    @PostMapping(PATH + "/{number}/told")
    ModelAndView told(
            @PathVariable ApplicationNumber number,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        try {
            service.tell(number, user);
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("area.report.told", number));
        } catch (Refusal refusal) {
            flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.warning(refusal.reason()));
        }
        return FormPages.seeOther(PATH + "/" + number);
    }

    private void show(AreaReport report, CurrentUser user, Model model) {
        model.addAttribute("report", report);
        model.addAttribute("mayAnswer", AreaReportService.answers(report, user));
        model.addAttribute("mayMerge", user.is(Role.MUNICIPAL_STAFF));
        model.addAttribute("named", named(report));
        model.addAttribute("centre", report.getDistrict() == null ? null : districts.get(report.getDistrict()));
        model.addAttribute("result", report.getResultArea() == null ? null : areas.standing(report.getResultArea()));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(report.getNumber().value())));
    }

    /** The areas whose numbers stand in the report, to go on from. */
    private List<AreaView> named(AreaReport report) {
        return areas
                .withCodes(CODE.matcher(report.getAreas())
                        .results()
                        .map(code -> code.group(1).toUpperCase(Locale.ROOT) + "-" + code.group(2))
                        .distinct()
                        .toList())
                .stream()
                .sorted(Comparator.comparing(AreaView::code))
                .toList();
    }

    private Optional<AreaView> byCode(String code) {
        return areas.search(AreaSearch.of(code)).items().stream()
                .filter(area -> ChineseText.fold(area.code())
                        .replace("-", "")
                        .equals(ChineseText.fold(code).replace("-", "")))
                .findFirst();
    }

    private Optional<AreaView> readResult(AnswerForm form, BindingResult errors) {
        String typed = ChineseText.clean(form.result());
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Optional<AreaView> found = byCode(typed);
        if (found.isEmpty()) {
            FieldErrors.reject(errors, "result", "area.report.result.unknown");
        }
        return found;
    }
}
