package org.maintenancefund.application.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applicants;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationRows;
import org.maintenancefund.application.Decision;
import org.maintenancefund.application.Decisions;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewQueue;
import org.maintenancefund.application.ReviewSheet;
import org.maintenancefund.application.StaleDecision;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.maintenancefund.application.domain.ReviewService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The review of an application: its page, the decision, and whom to phone after it. */
@PerKind(PerKind.Address.REVIEWS)
@RequiredArgsConstructor
class ReviewController {

    private static final String REVIEW = "application/review";

    private final ReviewService service;
    private final Decisions decisions;
    private final Applicants applicants;
    private final ReviewQueue queue;
    private final ApplicationDefinitions definitions;

    @GetMapping("/{number}")
    String review(
            @PathVariable ApplicationNumber number,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            Model model) {
        ReviewSheet sheet = show(kind, number, user, model);
        DecisionForm form = DecisionForm.of(sheet);
        model.addAttribute("form", form);
        model.addAttribute("lines", ReviewedLines.of(sheet, form, null));
        return REVIEW;
    }

    @PostMapping("/{number}")
    Object decide(
            @PathVariable ApplicationNumber number,
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String next,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            Model model,
            RedirectAttributes redirect) {
        ReviewSheet sheet = show(kind, number, user, model);
        Decision decision = form.toDecision(sheet.returnReasons(), sheet.paperDocuments(), sheet.places(), errors);
        model.addAttribute("lines", ReviewedLines.of(sheet, form, errors));
        if (decision == null) {
            return FormPages.invalid(REVIEW);
        }
        try {
            decisions.decide(kind, number, decision, user);
        } catch (Refusal refusal) {
            errors.reject("refused", Messages.of(refusal.reason()));
            return FormPages.invalid(REVIEW);
        }
        redirect.addFlashAttribute(Notice.ATTRIBUTE, decided(decision, sheet));
        return "redirect:" + whereTo(kind, number, decision, next != null, user, redirect);
    }

    /** 修改并重新提交 by who entered this round from paper. */
    @PostMapping("/{number}/revise")
    ModelAndView revise(
            @PathVariable ApplicationNumber number, @AuthenticationPrincipal CurrentUser user, ApplicationKind kind) {
        return FormPages.seeOther(applicants.startRevision(applicants.require(kind, number, user)));
    }

    private String whereTo(
            ApplicationKind kind,
            ApplicationNumber number,
            Decision decision,
            boolean wantsNext,
            CurrentUser user,
            RedirectAttributes redirect) {
        String path = kind.reviewPath();
        if (wantsNext) {
            return queue.next(kind, user.districtIfAny().orElseThrow(), number)
                    .map(next -> path + "/" + next)
                    .orElse(path);
        }
        if (decision.action() == ReviewAction.APPROVE) {
            Optional<String> next = definitions.of(kind).presenter().nextAfterApproval(number);
            if (next.isPresent()) {
                redirect.addFlashAttribute("notification", service.notification(kind, number, user));
                return next.get();
            }
        }
        return path + "/" + number + "/notify";
    }

    /** Whom to phone after a decision and what to say. */
    @GetMapping("/{number}/notify")
    String askToNotify(
            @PathVariable ApplicationNumber number,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            Model model) {
        show(kind, number, user, model);
        model.addAttribute("notification", service.notification(kind, number, user));
        model.addAttribute(
                "next",
                definitions.of(kind).presenter().nextAfterApproval(number).orElse(null));
        return "application/notify";
    }

    /** 已电话通知. */
    @PostMapping("/{number}/notified")
    String notified(
            @PathVariable ApplicationNumber number,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            RedirectAttributes redirect) {
        decisions.notify(kind, number, user);
        redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("application.notified", number));
        boolean local = back != null && back.matches("/operators/new/[A-Z]+/[0-9a-f-]{36}");
        return "redirect:" + (local ? back : kind.reviewPath() + "/" + number);
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
        show(kind, number, user, model);
        response.setHeader("Cache-Control", "no-store");
        return "application/receipt-code";
    }

    @ExceptionHandler
    ModelAndView stale(StaleDecision stale, ApplicationKind kind) {
        ModelAndView page = new ModelAndView("application/stale");
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("number", stale.number());
        page.addObject("last", stale.last().orElse(null));
        page.addObject("path", kind.reviewPath());
        return page;
    }

    private static Notice decided(Decision decision, ReviewSheet sheet) {
        return Notice.success(
                "application.decided." + decision.action(),
                sheet.application().title(),
                sheet.application().number());
    }

    /** Lays the application out for the reviewer; {@link org.maintenancefund.kernel.NotFound} where it is not theirs. */
    private ReviewSheet show(ApplicationKind kind, ApplicationNumber number, CurrentUser user, Model model) {
        service.consult(kind, number);
        ReviewSheet sheet = service.open(kind, number, user);
        model.addAttribute("kind", kind);
        model.addAttribute("path", kind.reviewPath());
        model.addAttribute("sheet", sheet);
        model.addAttribute("filed", sheet.application());
        model.addAttribute(
                "mayRevise",
                ReviewAction.RESUBMIT.isPossibleIn(sheet.application().status())
                        && applicants.mayRevise(kind, number, user));
        model.addAttribute("timeline", ApplicationRows.timeline(sheet.application()));
        model.addAttribute(
                "reasons",
                sheet.returnReasons().stream().map(r -> Option.of(r, r)).toList());
        model.addAttribute("results", results(kind));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(sheet.application().title())));
        return sheet;
    }

    private static List<Option> results(ApplicationKind kind) {
        String how =
                Messages.of(kind.byReceipt() ? "application.decision.by-receipt" : "application.decision.by-account");
        return List.of(
                Option.of(
                        ReviewAction.APPROVE,
                        Messages.of("application.decision.approve"),
                        Messages.of("application.decision.approve.hint")),
                Option.of(
                        ReviewAction.RETURN,
                        ReviewAction.RETURN.label(),
                        Messages.of("application.decision.return.hint", how)),
                Option.of(
                        ReviewAction.REFUSE,
                        ReviewAction.REFUSE.label(),
                        Messages.of("application.decision.refuse.hint")));
    }
}
