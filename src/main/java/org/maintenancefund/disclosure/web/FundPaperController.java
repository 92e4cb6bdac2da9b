package org.maintenancefund.disclosure.web;

import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.disclosure.HouseholdTokens;
import org.maintenancefund.disclosure.MaskedNames;
import org.maintenancefund.disclosure.paper.IssuedPaper;
import org.maintenancefund.disclosure.paper.PaperService;
import org.maintenancefund.disclosure.paper.web.PaperPage;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
    private final PaperService papers;
    private final RateLimits rateLimits;

    @PostMapping(params = "receipt")
    String provePayment(
            @RequestParam(defaultValue = "") String token,
            @RequestParam String receipt,
            HttpServletRequest request,
            Model model) {
        return show(papers.provePayment(receipt, opened(token, request)), model);
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
