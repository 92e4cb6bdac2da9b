package org.maintenancefund.application.web;

import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applicants;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationRows;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One of an organisation's own applications, of any kind that is done under an account: to look at, withdraw or revise. */
@PerKind(PerKind.Address.OWN)
@RequiredArgsConstructor
class OwnApplicationController {

    private final Applications applications;
    private final Applicants applicants;

    @GetMapping("/{number}")
    String show(
            ApplicationKind kind,
            @PathVariable ApplicationNumber number,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        ApplicationView own = applications.ownOf(kind, number, user.organisation());
        model.addAttribute("kind", kind);
        model.addAttribute("own", own);
        model.addAttribute("rows", ApplicationRows.of(own.fields(), own.files()));
        model.addAttribute("timeline", ApplicationRows.timeline(own));
        model.addAttribute("submittedAt", Times.minute(own.submittedAt()));
        model.addAttribute(
                "afterApproval", own.status() == ReviewStatus.APPROVED ? applications.afterApproval(own) : null);
        model.addAttribute("mayWithdraw", ReviewAction.WITHDRAW.isPossibleIn(own.status()));
        model.addAttribute("mayRevise", ReviewAction.RESUBMIT.isPossibleIn(own.status()));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(number.toString())));
        return "application/own";
    }

    @GetMapping("/{number}/withdraw")
    String askWithdraw(
            ApplicationKind kind,
            @PathVariable ApplicationNumber number,
            @AuthenticationPrincipal CurrentUser user,
            Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("own", applications.ownOf(kind, number, user.organisation()));
        model.addAttribute(
                Crumb.ATTRIBUTE,
                List.of(
                        new Crumb(number.toString(), kind.ownPath().orElseThrow() + "/" + number),
                        Crumb.of(ReviewAction.WITHDRAW.label())));
        return "application/own-withdraw";
    }

    @PostMapping("/{number}/withdraw")
    ModelAndView withdraw(
            ApplicationKind kind,
            @PathVariable ApplicationNumber number,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        Instant at = applicants.withdraw(applicants.require(kind, number, user));
        flash.addFlashAttribute(
                Notice.ATTRIBUTE, Notice.success("application.own.withdrawn", number, Times.minute(at)));
        return FormPages.seeOther(kind.ownPage().path());
    }

    @PostMapping("/{number}/revise")
    ModelAndView revise(
            ApplicationKind kind, @PathVariable ApplicationNumber number, @AuthenticationPrincipal CurrentUser user) {
        return FormPages.seeOther(applicants.startRevision(applicants.require(kind, number, user)));
    }
}
