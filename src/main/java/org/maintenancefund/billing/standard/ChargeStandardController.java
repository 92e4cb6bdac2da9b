package org.maintenancefund.billing.standard;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.billing.ChargeStandardId;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.SummaryRow;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 收取标准库: what holds in the city, and the page of each standard, where a second person confirms or rejects it. */
@Controller
@RequestMapping(ChargeStandardController.PATH)
@RequiredArgsConstructor
class ChargeStandardController {

    static final String PATH = "/charge-standards";

    private final ChargeStandardService service;
    private final ChargeStandards standards;
    private final Clock clock;

    static String path(ChargeStandardId id) {
        return PATH + "/" + id;
    }

    @GetMapping
    String list(@AuthenticationPrincipal CurrentUser user, Model model) {
        YearMonth month = YearMonth.now(clock);
        model.addAttribute("month", month);
        model.addAttribute("changes", mayChange(user));
        model.addAttribute("city", StandardTables.ofCity(standards.ofCityFrom(month), month));
        model.addAttribute("proposed", StandardTables.proposed(service.proposed(), user));
        model.addAttribute("past", StandardTables.history(service.history()));
        return "billing/standards";
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable ChargeStandardId id, @AuthenticationPrincipal CurrentUser user) {
        StandardView standard = service.get(id);
        return page(standard, user, HttpStatus.OK).addObject("form", RejectForm.empty(standard.version()));
    }

    @PostMapping("/{id}/confirm")
    ModelAndView confirm(
            @PathVariable ChargeStandardId id,
            @RequestParam(defaultValue = "") String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        try {
            service.confirm(id, FormPages.seenVersion(version), user);
        } catch (StaleVersion quicker) {
            return stale(id, user);
        }
        return done("billing.standard.confirmed", id, flash);
    }

    @PostMapping("/{id}/reject")
    ModelAndView reject(
            @PathVariable ChargeStandardId id,
            @Valid @ModelAttribute("form") RejectForm form,
            BindingResult errors,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        StandardView standard = service.get(id);
        if (errors.hasErrors() && standard.isProposed()) {
            return page(standard, user, HttpStatus.BAD_REQUEST);
        }
        try {
            service.reject(id, form.seenVersion(), ChineseText.clean(form.reason()), user);
        } catch (StaleVersion quicker) {
            return stale(id, user);
        }
        return done("billing.standard.rejected", id, flash);
    }

    @PostMapping("/{id}/withdraw")
    ModelAndView withdraw(
            @PathVariable ChargeStandardId id,
            @RequestParam(defaultValue = "") String version,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        try {
            service.withdraw(id, FormPages.seenVersion(version), user);
        } catch (StaleVersion quicker) {
            return stale(id, user);
        }
        return done("billing.standard.withdrawn", id, flash);
    }

    private ModelAndView done(String notice, ChargeStandardId id, RedirectAttributes flash) {
        return FormPages.seeOther(PATH, Notice.success(notice, service.get(id).words()), flash);
    }

    /** Somebody else was quicker: what they made of it is shown. */
    private ModelAndView stale(ChargeStandardId id, CurrentUser user) {
        StandardView standard = service.get(id);
        return page(standard, user, HttpStatus.CONFLICT)
                .addObject("form", RejectForm.empty(standard.version()))
                .addObject("stale", true);
    }

    private ModelAndView page(StandardView standard, CurrentUser user, HttpStatus status) {
        boolean waits = standard.isProposed() && mayChange(user);
        boolean own = standard.isOf(user);
        return new ModelAndView("billing/standard", status)
                .addObject("standard", standard)
                .addObject("rows", rows(standard))
                .addObject("decides", waits && !own)
                .addObject("withdraws", waits && own)
                .addObject("alone", waits && own && !service.hasSecondPerson(user))
                .addObject(Crumb.ATTRIBUTE, List.of(Crumb.of(standard.kind())));
    }

    private static boolean mayChange(CurrentUser user) {
        return Page.CHARGE_STANDARD_CHANGE.isOpenTo(user.role());
    }

    private static List<SummaryRow> rows(StandardView standard) {
        List<SummaryRow> rows = new ArrayList<>(List.of(
                row("use", standard.use().label()),
                row("lift", StandardWords.lift(standard.lift()).label()),
                row("rate", StandardWords.rate(standard.rate())),
                row("from", standard.from()),
                row("document", standard.document()),
                row("proposed", person(standard.proposedByName(), Times.minute(standard.proposedAt())))));
        if (standard.decidedByName() != null && standard.decidedAt() != null) {
            rows.add(SummaryRow.of(
                    Messages.of("billing.standard.decided." + standard.state()),
                    person(standard.decidedByName(), Times.minute(standard.decidedAt()))));
        }
        if (!standard.reason().isEmpty()) {
            rows.add(row("reason", standard.reason()));
        }
        return rows;
    }

    private static String person(String name, String at) {
        return Messages.of("billing.standard.person", name, at);
    }

    private static SummaryRow row(String field, Object value) {
        return SummaryRow.of(Messages.of("billing.standard.field." + field), value);
    }
}
