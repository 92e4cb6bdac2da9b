package org.maintenancefund.area.report;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.PhoneCalls;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaText;
import org.maintenancefund.audit.Exports;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.sheet.SheetColumn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The reports for those who answer them: the list, the same list as a spreadsheet, and each with its answer. */
@Controller
@RequestMapping(ReportController.PATH)
@RequiredArgsConstructor
class ReportController {

    static final String PATH = "/area-reports";
    private static final String SHOW = "area/report-show";
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{2}-?[0-9]{5,7}");

    private static final String ALL = "ALL";

    private static final List<SheetColumn<ReportList.Row>> COLUMNS = List.of(
            SheetColumn.of("area.report.column.number", ReportList.Row::number),
            SheetColumn.of("area.report.column.kind", row -> row.kind().label()),
            SheetColumn.of("area.report.field.areas", ReportList.Row::areas),
            SheetColumn.of("area.report.field.contactName", ReportList.Row::contactName),
            SheetColumn.of(
                    "area.report.field.contactMobile",
                    row -> row.contactMobile().masked()),
            SheetColumn.of("area.report.column.reported", row -> Times.minute(row.reportedAt())),
            SheetColumn.of("area.report.column.state", row -> row.state().label()),
            SheetColumn.of("area.report.column.reply", ReportList.Row::reply),
            SheetColumn.of(
                    "area.report.column.notified",
                    row -> row.notified()
                            ? Messages.of("area.report.notified.yes")
                            : row.state() == ReportState.OPEN ? "" : Messages.of("area.report.notified.no")));

    private final AreaReportService service;
    private final ReportList list;
    private final Exports exports;
    private final PropertyAreas areas;
    private final Districts districts;
    private final PhoneCalls calls;

    /**
     * A piece of what the person wrote.
     *
     * @param href of the area whose number it is, or null
     */
    record Written(String text, @Nullable String href) {}

    @GetMapping
    String list(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        ListPage<ReportList.Row> page = list(address, user);
        Map<ReportState, Long> counts = list.counts(user);
        page.showCounted(model, count(page.filter().shown("tab"), counts));
        model.addAttribute("tabs", page.filter().tabs("tab", tab -> count(tab, counts)));
        return "area/report-list";
    }

    @GetMapping("/export")
    void export(
            @RequestParam MultiValueMap<String, String> address,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        exports.send(response, Page.AREA_REPORTS.label(), list(address, user), COLUMNS, user);
    }

    private ListPage<ReportList.Row> list(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = new ListFilter(PATH, address);
        List<Option> tabs = Option.ofEnumAnd(ReportState.class, Option.of(ALL, Messages.of("area.report.all")));
        return new ListPage<>(filter, found(filter.tab("tab", tabs, ReportState.OPEN.name()), user));
    }

    private static CappedCount count(String tab, Map<ReportState, Long> counts) {
        return CappedCount.ofCountedUpToOneMore(counts.entrySet().stream()
                .filter(state -> tab.equals(ALL) || state.getKey().name().equals(tab))
                .mapToLong(Map.Entry::getValue)
                .sum());
    }

    private Listing<ReportList.Row> found(String tab, CurrentUser user) {
        return list.list(user, Optional.of(tab).filter(state -> !state.equals(ALL)));
    }

    @ModelAttribute("outcomes")
    List<Option> outcomes() {
        return List.of(Option.of(ReportState.DONE), Option.of(ReportState.REJECTED));
    }

    @GetMapping("/{number}")
    String show(
            @PathVariable ApplicationNumber number,
            @RequestParam(required = false) @Nullable String result,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        model.addAttribute("form", new AnswerForm(null, null, result));
        show(service.get(number, user), user, model);
        return SHOW;
    }

    @PostMapping("/{number}")
    ModelAndView answer(
            @PathVariable ApplicationNumber number,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            Model model,
            RedirectAttributes flash) {
        AreaReport report = service.get(number, user);
        Optional<AreaView> result = readResult(form, errors);
        if (errors.hasErrors()) {
            show(report, user, model);
            return FormPages.invalid(SHOW);
        }
        try {
            service.close(
                    number,
                    ReportState.valueOf(Objects.requireNonNull(form.outcome())),
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

    private void show(AreaReport report, CurrentUser user, Model model) {
        model.addAttribute("report", report);
        boolean mayAnswer = AreaReportService.answers(report, user);
        model.addAttribute("mayAnswer", mayAnswer);
        model.addAttribute("call", mayAnswer && !report.isOpen() ? calls.get(report.number(), user) : null);
        model.addAttribute("mayMerge", user.is(Role.MUNICIPAL_STAFF));
        List<AreaView> named = named(report);
        model.addAttribute("named", named);
        model.addAttribute("written", written(report.areas(), named));
        model.addAttribute("centre", report.district() == null ? null : districts.get(report.district()));
        model.addAttribute("result", report.resultArea() == null ? null : areas.standing(report.resultArea()));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(report.number().value())));
    }

    /** The areas as the person wrote them, their numbers as links. */
    private static List<Written> written(String text, List<AreaView> named) {
        List<Written> parts = new ArrayList<>();
        int end = 0;
        for (MatchResult code : CODE.matcher(text).results().toList()) {
            Optional<AreaView> area = AreaText.code(code.group())
                    .flatMap(read -> named.stream()
                            .filter(one -> one.code().equals(read))
                            .findFirst());
            if (area.isPresent()) {
                parts.add(new Written(text.substring(end, code.start()), null));
                parts.add(new Written(code.group(), "/areas/" + area.get().id()));
                end = code.end();
            }
        }
        parts.add(new Written(text.substring(end), null));
        return parts;
    }

    /** The areas whose numbers stand in the report, to go on from. */
    private List<AreaView> named(AreaReport report) {
        return areas
                .withCodes(CODE.matcher(report.areas())
                        .results()
                        .flatMap(code -> AreaText.code(code.group()).stream())
                        .distinct()
                        .toList())
                .stream()
                .sorted(Comparator.comparing(AreaView::code))
                .toList();
    }

    private Optional<AreaView> readResult(AnswerForm form, BindingResult errors) {
        String typed = ChineseText.clean(form.result());
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Optional<AreaView> found = AreaText.code(typed)
                .flatMap(code -> areas.withCodes(List.of(code)).stream()
                        .filter(AreaView::isActive)
                        .findFirst());
        if (found.isEmpty()) {
            FieldErrors.reject(errors, "result", "area.report.result.unknown");
        }
        return found;
    }
}
