package org.maintenancefund.application.web;

import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.PrintedRound;
import org.maintenancefund.application.domain.PrintedRounds;
import org.maintenancefund.application.domain.ReviewService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Paper;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is printed of an application: 申请表 to sign, for whoever applied and for the district, and its 审核表 for the file. */
@PerKind(PerKind.Address.REVIEWS)
@RequiredArgsConstructor
class PaperController {

    private static final String VIEW = "application/print";

    private final PrintedRounds rounds;
    private final ReviewService reviews;
    private final CasePapers papers;

    /** 申请表 of a round, the latest unless another one is asked for. */
    @GetMapping("/{number}/print")
    String applicationForm(
            @PathVariable ApplicationNumber number,
            @RequestParam(required = false) @Nullable Integer round,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            Model model) {
        show(rounds.forReview(kind, number, round, user), "application.paper.form", false, model);
        model.addAttribute("back", kind.reviewPath() + "/" + number);
        return VIEW;
    }

    /** 审核表, with what the system checked. */
    @GetMapping("/{number}/print/review")
    String reviewForm(
            @PathVariable ApplicationNumber number,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            Model model) {
        reviews.consult(kind, number);
        model.addAttribute("checks", reviews.open(kind, number, user).checks());
        show(rounds.forReview(kind, number, null, user), "application.paper.review", true, model);
        model.addAttribute("back", kind.reviewPath() + "/" + number);
        return VIEW;
    }

    /** 申请表 for the organisation that applied. */
    @PerKind(PerKind.Address.OWN)
    @GetMapping("/{number}/print")
    String ownForm(
            @PathVariable ApplicationNumber number,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            Model model) {
        show(rounds.own(kind, number, user), "application.paper.form", false, model);
        model.addAttribute("back", kind.ownPath().orElseThrow() + "/" + number);
        return VIEW;
    }

    private void show(PrintedRound round, String name, boolean file, Model model) {
        Paper paper = papers.show(round, Paper.title(round.application().kind().label(), Messages.of(name)), model);
        model.addAttribute("sections", PaperSections.of(round, paper.centre(), file));
        model.addAttribute("file", file);
    }
}
