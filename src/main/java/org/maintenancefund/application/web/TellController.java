package org.maintenancefund.application.web;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Decisions;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.maintenancefund.application.domain.ReviewService;
import org.maintenancefund.web.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom to phone after a decision and what to say, and 已电话通知. */
@PerKind(PerKind.Address.REVIEWS)
class TellController {

    private final ReviewPage page;
    private final ReviewService service;
    private final Decisions decisions;
    private final ApplicationDefinitions definitions;

    TellController(ReviewPage page, ReviewService service, Decisions decisions, ApplicationDefinitions definitions) {
        this.page = page;
        this.service = service;
        this.decisions = decisions;
        this.definitions = definitions;
    }

    @GetMapping("/{number}/tell")
    String tell(
            @PathVariable ApplicationNumber number,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            Model model) {
        page.show(kind, number, user, model);
        model.addAttribute("tell", TellView.of(service, kind, number, user));
        model.addAttribute(
                "next",
                definitions.of(kind).presenter().nextAfterApproval(number).orElse(null));
        return "application/tell";
    }

    @PostMapping("/{number}/told")
    String told(
            @PathVariable ApplicationNumber number,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            RedirectAttributes redirect) {
        decisions.tell(kind, number, user);
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("application.told", number));
        boolean local = back != null && back.matches("/operators/new/[A-Z]+/[0-9a-f-]{36}");
        return "redirect:" + (local ? back : kind.reviewPath() + "/" + number);
    }
}
