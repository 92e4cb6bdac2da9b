package org.maintenancefund.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import lombok.RequiredArgsConstructor;
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
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The review of an application: its page and the decision. */
@PerKind(PerKind.Address.REVIEWS)
@RequiredArgsConstructor
class ReviewController {

    private final ReviewPage page;
    private final Decisions decisions;
    private final Applicants applicants;
    private final ReviewQueue queue;
    private final ApplicationDefinitions definitions;

    @GetMapping("/{number}")
    String review(
            @PathVariable ApplicationNumber number,
            @RequestParam(required = false) @Nullable Integer round,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            Model model) {
        ReviewSheet sheet = page.show(kind, number, round, user, model);
        DecisionForm form = DecisionForm.of(sheet);
        model.addAttribute("form", form);
        model.addAttribute("lines", ReviewedLines.of(sheet, form, null));
        return ReviewPage.VIEW;
    }

    @PostMapping("/{number}")
    Object decide(
            @PathVariable ApplicationNumber number,
            @Valid @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String next,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        ReviewSheet sheet = page.show(kind, number, user, model);
        Decision decision = form.toDecision(
                sheet.returnReasons(), sheet.paperDocuments(), sheet.places(), request::getParameter, errors);
        model.addAttribute("lines", ReviewedLines.of(sheet, form, errors));
        if (decision == null) {
            return FormPages.invalid(ReviewPage.VIEW);
        }
        try {
            decisions.decide(kind, number, decision, user);
        } catch (StaleDecision stale) {
            return stale(stale, kind).addObject("typed", decision);
        } catch (Refusal refusal) {
            errors.reject("refused", Messages.of(refusal.reason()));
            return FormPages.invalid(ReviewPage.VIEW);
        }
        redirect.addFlashAttribute(Notice.ATTRIBUTE, decided(decision, sheet));
        return "redirect:" + whereTo(kind, number, decision, next != null, user);
    }

    /** 修改并重新提交 by who entered this round from paper. */
    @PostMapping("/{number}/revise")
    ModelAndView revise(
            @PathVariable ApplicationNumber number, @AuthenticationPrincipal CurrentUser user, ApplicationKind kind) {
        return FormPages.seeOther(applicants.startRevision(applicants.require(kind, number, user)));
    }

    private String whereTo(
            ApplicationKind kind, ApplicationNumber number, Decision decision, boolean wantsNext, CurrentUser user) {
        if (wantsNext) {
            return next(kind, number, user);
        }
        if (decision.action() == ReviewAction.APPROVE) {
            return definitions
                    .of(kind)
                    .presenter()
                    .nextAfterApproval(number)
                    .map(next -> next + "?from=" + number)
                    .orElse(CallController.PATH + "/" + number);
        }
        return CallController.PATH + "/" + number;
    }

    /** 下一条, without a decision about this one. */
    @GetMapping("/{number}/next")
    String leaveForNext(
            @PathVariable ApplicationNumber number,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            RedirectAttributes redirect) {
        String next = next(kind, number, user);
        if (next.equals(kind.reviewPath())) {
            redirect.addFlashAttribute(Notice.ATTRIBUTE, Notice.info("application.next.none"));
        }
        return "redirect:" + next;
    }

    private String next(ApplicationKind kind, ApplicationNumber number, CurrentUser user) {
        return user.districtIfAny()
                .flatMap(district -> queue.next(kind, district, number))
                .map(next -> kind.reviewPath() + "/" + next)
                .orElse(kind.reviewPath());
    }

    /** 收到 of a paper document that the approval didn't wait for. */
    @PostMapping("/{number}/papers")
    ModelAndView receivePaper(
            @PathVariable ApplicationNumber number,
            @RequestParam int position,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            RedirectAttributes redirect) {
        decisions.receivePaper(kind, number, position, user);
        return FormPages.seeOther(
                kind.reviewPath() + "/" + number, Notice.success("application.paper.noted", number), redirect);
    }

    private static ModelAndView stale(StaleDecision stale, ApplicationKind kind) {
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
