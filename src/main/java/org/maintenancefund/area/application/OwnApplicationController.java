package org.maintenancefund.area.application;

import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.review.ApplicationKind;
import org.maintenancefund.review.ApplicationNumber;
import org.maintenancefund.review.ApplicationRows;
import org.maintenancefund.review.ApplicationView;
import org.maintenancefund.review.Applications;
import org.maintenancefund.review.ReviewAction;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One of the organisation's own applications: to look at, withdraw or mend. */
@Controller
@RequestMapping("/areas/applications/own/{number}")
class OwnApplicationController {

    private static final ApplicationKind KIND = ApplicationKind.AREA_APPLICATION;

    private final Applications applications;

    OwnApplicationController(Applications applications) {
        this.applications = applications;
    }

    @GetMapping
    String show(@PathVariable ApplicationNumber number, @AuthenticationPrincipal CurrentUser user, Model model) {
        ApplicationView own = applications.ownOf(KIND, number, user.organisation());
        model.addAttribute("own", own);
        model.addAttribute("rows", ApplicationRows.of(own.fields(), own.files()));
        model.addAttribute("timeline", ApplicationRows.timeline(own));
        model.addAttribute("submittedAt", ApplicationRows.time(own.submittedAt()));
        model.addAttribute("mayWithdraw", ReviewAction.WITHDRAW.isPossibleIn(own.status()));
        model.addAttribute("mayMend", ReviewAction.RESUBMIT.isPossibleIn(own.status()));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(number.toString())));
        return "area/application/show";
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(
            @PathVariable ApplicationNumber number,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        applications.withdraw(KIND, number, user);
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("已撤回申请 " + number, "需要时可以重新填写并提交。"));
        return FormPages.seeOther("/areas/applications");
    }

    @PostMapping("/mend")
    ModelAndView mend(@PathVariable ApplicationNumber number, @AuthenticationPrincipal CurrentUser user) {
        return FormPages.seeOther(applications.startMending(KIND, number, user));
    }
}
