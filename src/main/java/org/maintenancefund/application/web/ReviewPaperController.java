package org.maintenancefund.application.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationRows;
import org.maintenancefund.application.Decisions;
import org.maintenancefund.application.ReviewSheet;
import org.maintenancefund.application.domain.ReviewService;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What of an application is printed for the file or for the applicant. */
@PerKind(PerKind.Address.REVIEWS)
class ReviewPaperController {

    private final ReviewPage page;
    private final ReviewService service;
    private final Decisions decisions;
    private final Clock clock;

    ReviewPaperController(ReviewPage page, ReviewService service, Decisions decisions, Clock clock) {
        this.page = page;
        this.service = service;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Shown right there and this once, like a slip: a new 回执码 must be in no session. */
    @PostMapping("/{number}/receipt-code")
    String reissueCode(
            @PathVariable ApplicationNumber number,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("code", decisions.reissueCode(kind, number, user).grouped());
        page.show(kind, number, user, model);
        response.setHeader("Cache-Control", "no-store");
        return "application/receipt-code";
    }

    /** 申请表 of a round, the latest unless another one is asked for. */
    @GetMapping("/{number}/print")
    String print(
            @PathVariable ApplicationNumber number,
            @RequestParam(required = false) @Nullable Integer round,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            Model model) {
        ReviewSheet sheet = page.show(kind, number, user, model);
        int wanted = round == null ? sheet.application().round() : round;
        model.addAttribute("round", wanted);
        model.addAttribute("rows", ApplicationRows.of(service.round(kind, number, wanted, user), List.of()));
        model.addAttribute("printedAt", clock.instant());
        return "application/print";
    }
}
