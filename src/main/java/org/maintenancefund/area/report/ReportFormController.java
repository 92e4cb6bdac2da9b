package org.maintenancefund.area.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.SortKey;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Honeypot;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 物业区域问题反馈 by anybody: from the three cases of a registration, and from the home page. */
@Controller
@RequiredArgsConstructor
class ReportFormController {

    private static final String PAGE = "area/report";
    /** More than a page offers to choose from. */
    private static final int MOST_AREAS = 60;

    private final AreaReportService service;
    private final PropertyAreas areas;
    private final Districts districts;
    private final RateLimits limits;

    @ModelAttribute("kinds")
    List<Option> kinds() {
        return Arrays.stream(ReportKind.values())
                .map(kind -> Option.of(kind.name(), kind.label() + "：" + kind.hint()))
                .toList();
    }

    @ModelAttribute("districts")
    List<Option> districts() {
        return districts.options();
    }

    /**
     * The empty form.
     *
     * @param kind the case where it arose
     * @param area areas that were chosen there
     * @param name what was looked for there
     */
    @GetMapping("/area-reports/new")
    String form(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable List<String> area,
            @RequestParam(required = false) @Nullable String name,
            Model model) {
        ReportKind known = Arrays.stream(ReportKind.values())
                .filter(value -> value.name().equals(kind))
                .findFirst()
                .orElse(null);
        String named = named(area == null ? List.of() : area);
        model.addAttribute("form", ReportForm.empty(known, named.isEmpty() && name != null ? name : named));
        return PAGE;
    }

    @PostMapping("/area-reports/new")
    ModelAndView report(
            @Valid @ModelAttribute("form") ReportForm form, BindingResult errors, HttpServletRequest request) {
        Honeypot.check(request, errors);
        if (form.isOfMissingArea() && !districts.isOne(form.district())) {
            FieldErrors.reject(errors, "district", "area.report.district.required");
        }
        if (errors.hasErrors()) {
            return FormPages.invalid(PAGE);
        }
        if (service.taken(form.toToken()).isEmpty()) {
            limits.take("area-report", request);
        }
        AreaReport taken = service.take(form);
        return FormPages.seeOther("/area-reports/sent/" + taken.token());
    }

    @GetMapping("/area-reports/sent/{token}")
    String sent(@PathVariable UUID token, Model model) {
        AreaReport report = service.taken(token).orElseThrow(() -> new NotFound("report " + token));
        model.addAttribute("report", report);
        model.addAttribute("centre", report.district() == null ? null : districts.get(report.district()));
        return "area/report-sent";
    }

    /** 听雨轩一期（DH-00012）、听雨轩二期（DH-00013）; what is no area is left out. */
    private String named(List<String> ids) {
        return areas
                .views(ids.stream()
                        .limit(MOST_AREAS)
                        .flatMap(id -> AreaId.parse(id.strip()).stream())
                        .toList())
                .stream()
                .map(area -> area.name() + "（" + area.code() + "）")
                .sorted(SortKey.ORDER)
                .collect(Collectors.joining("、"));
    }
}
