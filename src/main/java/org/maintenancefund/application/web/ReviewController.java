package org.maintenancefund.application.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applicants;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
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
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
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

/** The review page of an application and the decision. */
@PerKind(PerKind.Address.REVIEWS)
class ReviewController {

    private static final String REVIEW = "application/review";

    private final ReviewPage page;
    private final ReviewService service;
    private final Decisions decisions;
    private final Applicants applicants;
    private final ReviewQueue queue;
    private final ApplicationDefinitions definitions;

    ReviewController(
            ReviewPage page,
            ReviewService service,
            Decisions decisions,
            Applicants applicants,
            ReviewQueue queue,
            ApplicationDefinitions definitions) {
        this.page = page;
        this.service = service;
        this.decisions = decisions;
        this.applicants = applicants;
        this.queue = queue;
        this.definitions = definitions;
    }

    @GetMapping("/{number}")
    String review(
            @PathVariable ApplicationNumber number,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            Model model) {
        ReviewSheet sheet = page.show(kind, number, user, model);
        DecisionForm form = new DecisionForm();
        form.setVersion(sheet.application().version());
        form.showReceived(sheet.paperDocuments(), sheet.papersReceived());
        model.addAttribute("form", form);
        return REVIEW;
    }

    @PostMapping("/{number}")
    Object decide(
            @PathVariable ApplicationNumber number,
            @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String next,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            Model model,
            RedirectAttributes redirect) {
        ReviewSheet sheet = page.show(kind, number, user, model);
        Decision decision = form.toDecision(sheet.returnReasons(), sheet.paperDocuments(), errors);
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
                redirect.addFlashAttribute("tell", TellView.of(service, kind, number, user));
                return next.get();
            }
        }
        return path + "/" + number + "/tell";
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
}
