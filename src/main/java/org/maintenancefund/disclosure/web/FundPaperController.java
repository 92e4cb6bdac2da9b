package org.maintenancefund.disclosure.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.disclosure.HouseholdTokens;
import org.maintenancefund.disclosure.paper.IssuedPaper;
import org.maintenancefund.disclosure.paper.PaperService;
import org.maintenancefund.disclosure.paper.web.PaperPage;
import org.maintenancefund.disclosure.paper.web.StatementForm;
import org.maintenancefund.kernel.MaskedNames;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Papers that a household prints itself, from the page that its code has opened. The answer to the form is the paper: as there is no
 * session, nothing else could lead to it, and sent again it is the same paper.
 */
@Controller
@RequestMapping("/fund/papers")
@RequiredArgsConstructor
class FundPaperController {

    private static final String PAPER = "disclosure/paper/own";

    private final HouseholdTokens tokens;
    private final HouseholdPages households;
    private final PaperService papers;
    private final RateLimits rateLimits;
    private final Clock clock;

    @PostMapping(params = "receipt")
    String provePayment(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String receipt,
            HttpServletRequest request,
            Model model) {
        return show(papers.provePayment(receipt, opened(token, request)), model);
    }

    @PostMapping(params = "balance")
    Object proveBalance(@RequestParam(defaultValue = "") String token, HttpServletRequest request, Model model) {
        UnitId household = opened(token, request);
        try {
            return show(papers.proveBalance(household), model);
        } catch (Refusal none) {
            model.addAttribute(Notice.ATTRIBUTE, Notice.warning(none.reason()));
            return again(household, StatementForm.until(LocalDate.now(clock)), model);
        }
    }

    @PostMapping
    Object state(
            @RequestParam(defaultValue = "") String token,
            @Valid @ModelAttribute("stretch") StatementForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model model) {
        UnitId household = opened(token, request);
        if (!errors.hasErrors()) {
            try {
                return show(papers.state(household, form.firstDay(), form.lastDay()), model);
            } catch (Refusal refusal) {
                FieldErrors.reject(errors, "first", refusal.reason());
            }
        }
        return again(household, form, model);
    }

    private ModelAndView again(UnitId household, StatementForm form, Model model) {
        households.show(household, form, model);
        return FormPages.invalid(HouseholdPages.VIEW);
    }

    private UnitId opened(String token, HttpServletRequest request) {
        rateLimits.take("fund-papers", request);
        return tokens.open(token).orElseThrow(() -> Refusal.because("disclosure.paper.token-over"));
    }

    /** Whoever paid for the flat before is no business of who lives there now. */
    private String show(IssuedPaper paper, Model model) {
        model.addAttribute("paper", PaperPage.of(paper, papers.code(paper), papers.standing(paper), MaskedNames::of));
        return PAPER;
    }
}
