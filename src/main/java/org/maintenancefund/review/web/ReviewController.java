package org.maintenancefund.review.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.review.ApplicationKind;
import org.maintenancefund.review.ApplicationNumber;
import org.maintenancefund.review.ApplicationRows;
import org.maintenancefund.review.Decision;
import org.maintenancefund.review.Decisions;
import org.maintenancefund.review.ReviewAction;
import org.maintenancefund.review.ReviewQueue;
import org.maintenancefund.review.ReviewSheet;
import org.maintenancefund.review.StaleDecision;
import org.maintenancefund.review.domain.ApplicationTypes;
import org.maintenancefund.review.domain.ReviewDesk;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Messages;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Option;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
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
@Controller
class ReviewController {

    private static final String REVIEW = "review/review";

    private final ReviewDesk desk;
    private final Decisions decisions;
    private final ReviewQueue queue;
    private final ApplicationTypes types;
    private final Messages messages;
    private final Clock clock;

    ReviewController(
            ReviewDesk desk,
            Decisions decisions,
            ReviewQueue queue,
            ApplicationTypes types,
            Messages messages,
            Clock clock) {
        this.desk = desk;
        this.decisions = decisions;
        this.queue = queue;
        this.types = types;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping({
        "/committees/reviews/{number}",
        "/associations/reviews/{number}",
        "/enterprises/reviews/{number}",
        "/committees/changes/reviews/{number}",
        "/areas/applications/reviews/{number}"
    })
    String review(
            @PathVariable ApplicationNumber number,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            Model model) {
        ReviewSheet sheet = show(ReviewedKind.of(request), number, user, model);
        DecisionForm form = new DecisionForm();
        form.setVersion(sheet.application().version());
        model.addAttribute("form", form);
        return REVIEW;
    }

    @PostMapping({
        "/committees/reviews/{number}",
        "/associations/reviews/{number}",
        "/enterprises/reviews/{number}",
        "/committees/changes/reviews/{number}",
        "/areas/applications/reviews/{number}"
    })
    Object decide(
            @PathVariable ApplicationNumber number,
            @ModelAttribute("form") DecisionForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String next,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        ApplicationKind kind = ReviewedKind.of(request);
        ReviewSheet sheet = show(kind, number, user, model);
        Decision decision = form.toDecision(sheet.returnReasons(), sheet.paperDocuments(), errors);
        if (decision == null) {
            return FormPages.invalid(REVIEW);
        }
        try {
            decisions.decide(kind, number, decision, user);
        } catch (Refusal refusal) {
            errors.reject("refused", messages.of(refusal.reason()));
            return FormPages.invalid(REVIEW);
        }
        redirect.addFlashAttribute("notice", Notice.success(decided(decision, sheet), ""));
        return "redirect:" + whereTo(kind, number, decision, next != null, user, redirect);
    }

    private String whereTo(
            ApplicationKind kind,
            ApplicationNumber number,
            Decision decision,
            boolean wantsNext,
            CurrentUser user,
            RedirectAttributes redirect) {
        String path = ReviewedKind.path(kind);
        if (wantsNext) {
            return queue.next(kind, user.districtIfAny().orElseThrow(), number)
                    .map(next -> path + "/" + next)
                    .orElse(path);
        }
        if (decision.action() == ReviewAction.APPROVE) {
            Optional<String> next = types.of(kind).nextAfterApproval(number);
            if (next.isPresent()) {
                redirect.addFlashAttribute("tell", TellView.of(desk, kind, number, user));
                return next.get();
            }
        }
        return path + "/" + number + "/tell";
    }

    @GetMapping({
        "/committees/reviews/{number}/tell",
        "/associations/reviews/{number}/tell",
        "/enterprises/reviews/{number}/tell",
        "/committees/changes/reviews/{number}/tell",
        "/areas/applications/reviews/{number}/tell"
    })
    String tell(
            @PathVariable ApplicationNumber number,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            Model model) {
        ApplicationKind kind = ReviewedKind.of(request);
        show(kind, number, user, model);
        model.addAttribute("tell", TellView.of(desk, kind, number, user));
        model.addAttribute("next", types.of(kind).nextAfterApproval(number).orElse(null));
        return "review/tell";
    }

    @PostMapping({
        "/committees/reviews/{number}/told",
        "/associations/reviews/{number}/told",
        "/enterprises/reviews/{number}/told",
        "/committees/changes/reviews/{number}/told",
        "/areas/applications/reviews/{number}/told"
    })
    String told(
            @PathVariable ApplicationNumber number,
            @RequestParam(required = false) @Nullable String back,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        ApplicationKind kind = ReviewedKind.of(request);
        decisions.tell(kind, number, user);
        redirect.addFlashAttribute("notice", Notice.success("已记录电话通知：" + number, "记录已写入办理记录。"));
        boolean local = back != null && back.matches("/operators/new/[A-Z]+/[0-9a-f-]{36}");
        return "redirect:" + (local ? back : ReviewedKind.path(kind) + "/" + number);
    }

    /** Shown right there and this once, like a slip: a new 回执码 must be in no session. */
    @PostMapping({
        "/committees/reviews/{number}/receipt-code",
        "/associations/reviews/{number}/receipt-code",
        "/enterprises/reviews/{number}/receipt-code",
        "/committees/changes/reviews/{number}/receipt-code",
        "/areas/applications/reviews/{number}/receipt-code"
    })
    String reissueCode(
            @PathVariable ApplicationNumber number,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ApplicationKind kind = ReviewedKind.of(request);
        model.addAttribute("code", decisions.reissueCode(kind, number, user).grouped());
        show(kind, number, user, model);
        response.setHeader("Cache-Control", "no-store");
        return "review/receipt-code";
    }

    @GetMapping({
        "/committees/reviews/{number}/print",
        "/associations/reviews/{number}/print",
        "/enterprises/reviews/{number}/print",
        "/committees/changes/reviews/{number}/print",
        "/areas/applications/reviews/{number}/print"
    })
    String print(
            @PathVariable ApplicationNumber number,
            @RequestParam(required = false) @Nullable Integer round,
            @AuthenticationPrincipal CurrentUser user,
            HttpServletRequest request,
            Model model) {
        ApplicationKind kind = ReviewedKind.of(request);
        ReviewSheet sheet = show(kind, number, user, model);
        int wanted = round == null ? sheet.application().round() : round;
        model.addAttribute("round", wanted);
        model.addAttribute("rows", ApplicationRows.of(desk.round(kind, number, wanted, user), List.of()));
        model.addAttribute("printedAt", clock.instant());
        return "review/print";
    }

    @ExceptionHandler
    ModelAndView stale(StaleDecision stale, HttpServletRequest request) {
        ModelAndView page = new ModelAndView("review/stale");
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("number", stale.number());
        page.addObject("last", stale.last().orElse(null));
        page.addObject("path", ReviewedKind.path(ReviewedKind.of(request)));
        return page;
    }

    private ReviewSheet show(ApplicationKind kind, ApplicationNumber number, CurrentUser user, Model model) {
        ReviewSheet sheet = desk.open(kind, number, user);
        model.addAttribute("kind", kind);
        model.addAttribute("path", ReviewedKind.path(kind));
        model.addAttribute("sheet", sheet);
        model.addAttribute("filed", sheet.application());
        model.addAttribute(
                "rows",
                ApplicationRows.compared(
                        sheet.application().fields(),
                        sheet.application().files(),
                        sheet.changes(),
                        sheet.filesBefore()));
        model.addAttribute("timeline", ApplicationRows.timeline(sheet.application()));
        model.addAttribute(
                "reasons",
                sheet.returnReasons().stream().map(r -> Option.of(r, r)).toList());
        model.addAttribute("results", results(kind));
        model.addAttribute("crumbs", List.of(new Crumb(sheet.application().title(), null)));
        return sheet;
    }

    private static String decided(Decision decision, ReviewSheet sheet) {
        String what = switch (decision.action()) {
            case APPROVE -> "已通过";
            case RETURN -> "已退回";
            default -> "已作出不予受理决定";
        };
        return what + "：" + sheet.application().title() + "（"
                + sheet.application().number() + "）";
    }

    private static List<Option> results(ApplicationKind kind) {
        String how = kind.byReceipt() ? "申请人凭受理编号和回执码" : "申请人登录后";
        return List.of(
                Option.of(ReviewAction.APPROVE, "通过", "通过后即可办理下一步"),
                Option.of(ReviewAction.RETURN, "退回修改", how + "修改原申请后重新提交，不必从头填写"),
                Option.of(ReviewAction.REFUSE, "不予受理", "只用于滥用或无权申请的情形，并写明理由"));
    }
}
