package org.maintenancefund.association.web;

import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.Associations;
import org.maintenancefund.association.domain.AssociationNames;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.review.ApplicationNumber;
import org.maintenancefund.review.ApplicationRows;
import org.maintenancefund.review.ApplicationView;
import org.maintenancefund.review.Applications;
import org.maintenancefund.review.OwnApplication;
import org.maintenancefund.review.ReviewAction;
import org.maintenancefund.review.ReviewStatus;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 申请小区管理处关联: the committee's current association and its own applications, each to look at, withdraw or mend. */
@Controller
class OwnApplicationsController {

    private final OwnCommittee own;
    private final Applications applications;
    private final Associations associations;
    private final AssociationNames names;
    private final PropertyAreas areas;

    OwnApplicationsController(
            OwnCommittee own,
            Applications applications,
            Associations associations,
            AssociationNames names,
            PropertyAreas areas) {
        this.own = own;
        this.applications = applications;
        this.associations = associations;
        this.names = names;
        this.areas = areas;
    }

    @GetMapping("/associations")
    String list(@AuthenticationPrincipal CurrentUser user, Model model) {
        CommitteeView committee = own.of(user);
        List<OwnApplication> mine = applications.allOf(AssociationDrafts.KIND, user.organisation());
        model.addAttribute("area", areas.get(committee.area()));
        model.addAttribute(
                "current",
                associations.effectiveFor(committee.area()).map(this::line).orElse(null));
        model.addAttribute(
                "coming",
                associations.comingFor(committee.area()).stream()
                        .map(this::line)
                        .toList());
        model.addAttribute("applications", mine);
        model.addAttribute(
                "waiting", mine.stream().anyMatch(application -> application.status() == ReviewStatus.PENDING));
        return "association/list";
    }

    @GetMapping("/associations/applications/{number}")
    String show(@PathVariable ApplicationNumber number, @AuthenticationPrincipal CurrentUser user, Model model) {
        ApplicationView application = applications.ownOf(AssociationDrafts.KIND, number, user.organisation());
        model.addAttribute("own", application);
        model.addAttribute("rows", ApplicationRows.of(application.fields(), application.files()));
        model.addAttribute("timeline", ApplicationRows.timeline(application));
        model.addAttribute("submittedAt", ApplicationRows.time(application.submittedAt()));
        model.addAttribute("mayWithdraw", ReviewAction.WITHDRAW.isPossibleIn(application.status()));
        model.addAttribute("mayMend", ReviewAction.RESUBMIT.isPossibleIn(application.status()));
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(number.toString())));
        return "association/show";
    }

    @GetMapping("/associations/applications/{number}/withdraw")
    String confirmWithdrawal(
            @PathVariable ApplicationNumber number, @AuthenticationPrincipal CurrentUser user, Model model) {
        model.addAttribute("own", applications.ownOf(AssociationDrafts.KIND, number, user.organisation()));
        model.addAttribute(
                Crumb.ATTRIBUTE,
                List.of(new Crumb(number.toString(), "/associations/applications/" + number), Crumb.of("撤回申请")));
        return "association/withdraw";
    }

    @PostMapping("/associations/applications/{number}/withdraw")
    ModelAndView withdraw(
            @PathVariable ApplicationNumber number,
            @AuthenticationPrincipal CurrentUser user,
            RedirectAttributes flash) {
        applications.withdraw(AssociationDrafts.KIND, number, user);
        flash.addFlashAttribute(Notice.ATTRIBUTE, Notice.success("已撤回申请 " + number, "需要时可以重新申请关联。"));
        return FormPages.seeOther("/associations");
    }

    @PostMapping("/associations/applications/{number}/mend")
    ModelAndView mend(@PathVariable ApplicationNumber number, @AuthenticationPrincipal CurrentUser user) {
        return FormPages.seeOther(applications.startMending(AssociationDrafts.KIND, number, user));
    }

    private AssociationLine line(AssociationView association) {
        return AssociationLine.of(association, names.target(association));
    }
}
