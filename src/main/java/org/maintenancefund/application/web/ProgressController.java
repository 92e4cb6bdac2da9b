package org.maintenancefund.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.Applicants;
import org.maintenancefund.application.ApplicationRows;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.DraftOwners;
import org.maintenancefund.application.Entitlement;
import org.maintenancefund.application.FollowedTicket;
import org.maintenancefund.application.ProgressLines;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Honeypot;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.SameForVisitors;
import org.maintenancefund.web.ratelimit.ClientAddress;
import org.maintenancefund.web.ratelimit.RateLimits;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 办理进度查询. Everything is posted, so that no number and no phone stands in an address; a wrong phone and an unknown number
 * get the same answer.
 */
@Controller
@RequiredArgsConstructor
class ProgressController {

    private static final String PAGE = "application/progress";

    private final List<FollowedTicket> tickets;
    private final Applicants applicants;
    private final ProgressLines lines;
    private final DraftOwners owners;
    private final RateLimits rateLimits;

    @GetMapping("/progress")
    @SameForVisitors
    String form(@ModelAttribute("form") ProgressForm form) {
        return PAGE;
    }

    @PostMapping("/progress")
    Object look(
            @Valid @ModelAttribute("form") ProgressForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model model) {
        rateLimits.take("progress", request);
        Honeypot.check(request, errors);
        if (errors.hasErrors()) {
            return FormPages.invalid(PAGE);
        }
        if (ticket(form, model)) {
            return PAGE;
        }
        return find(form, errors, model).isPresent() ? PAGE : FormPages.invalid(PAGE);
    }

    @PostMapping("/progress/withdraw")
    Object withdraw(
            @Valid @ModelAttribute("form") ProgressForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String confirmed,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        Optional<Entitlement.ByReceiptCode> opened = open(form, errors, ReviewAction.WITHDRAW, request, model);
        if (opened.isEmpty()) {
            return FormPages.invalid(PAGE);
        }
        if (confirmed == null) {
            return "application/withdraw";
        }
        String at = Times.minute(applicants.withdraw(opened.get()));
        redirect.addFlashAttribute(
                Notice.ATTRIBUTE,
                Notice.success("application.withdrawn", opened.get().number(), at));
        return "redirect:/progress";
    }

    @PostMapping("/progress/resubmit")
    Object resubmit(
            @Valid @ModelAttribute("form") ProgressForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return open(form, errors, ReviewAction.RESUBMIT, request, model)
                .<Object>map(right -> "redirect:" + applicants.startRevision(right, owners.browser(request, response)))
                .orElseGet(() -> FormPages.invalid(PAGE));
    }

    /** True where number and mobile are those of a ticket, which is then in the model. */
    private boolean ticket(ProgressForm form, Model model) {
        Optional<FollowedTicket.Progress> found = tickets.stream()
                .flatMap(ticket -> ticket.find(form.readNumber(), form.readMobile()).stream())
                .findFirst();
        found.ifPresent(progress -> model.addAttribute("ticket", progress));
        return found.isPresent();
    }

    /** The right, where all three belong together and the action is possible; otherwise what is wrong is in the errors. */
    private Optional<Entitlement.ByReceiptCode> open(
            ProgressForm form, BindingResult errors, ReviewAction action, HttpServletRequest request, Model model) {
        rateLimits.take("progress", request);
        Optional<ApplicationView> found = find(form, errors, model);
        Optional<OneTimeCode> code = form.readCode(errors);
        if (found.isEmpty() || code.isEmpty()) {
            return Optional.empty();
        }
        ApplicationView application = found.get();
        Optional<Entitlement.ByReceiptCode> right;
        try {
            right = applicants.prove(
                    application.number(),
                    application.contactMobile(),
                    code.get(),
                    owners.findBrowser(request).orElse(DraftOwner.NOBODY),
                    ClientAddress.key(request.getRemoteAddr()));
        } catch (Refusal wait) {
            FieldErrors.reject(errors, "code", wait.reason());
            return Optional.empty();
        }
        if (right.isEmpty()) {
            FieldErrors.reject(errors, "code", Reason.of("application.progress.code.wrong"));
            return right;
        }
        boolean sentAgain = action == ReviewAction.WITHDRAW && application.status() == ReviewStatus.WITHDRAWN;
        Optional<Reason> refusal = sentAgain ? Optional.empty() : action.refusalIn(application.status());
        refusal.ifPresent(reason -> FieldErrors.reject(errors, "code", reason));
        return refusal.isPresent() ? Optional.empty() : right;
    }

    private Optional<ApplicationView> find(ProgressForm form, BindingResult errors, Model model) {
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        Optional<ApplicationView> found = applicants.find(form.readNumber(), form.readMobile());
        if (found.isEmpty()) {
            FieldErrors.reject(errors, "number", Reason.of("application.progress.unknown"));
            return found;
        }
        ApplicationView application = found.get();
        model.addAttribute("filed", application);
        model.addAttribute("timeline", ApplicationRows.timeline(application));
        model.addAttribute("line", lines.of(application));
        Instant missed = application.notified() ? null : application.missedCall();
        model.addAttribute(
                "missed", missed == null ? null : Messages.of("application.call.missed", Times.thisYear(missed)));
        model.addAttribute("mayWithdraw", ReviewAction.WITHDRAW.isPossibleIn(application.status()));
        model.addAttribute("mayResubmit", ReviewAction.RESUBMIT.isPossibleIn(application.status()));
        return found;
    }
}
