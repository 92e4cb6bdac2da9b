package org.maintenancefund.application.web;

import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applicants;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationRows;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewSheet;
import org.maintenancefund.application.domain.Consultations;
import org.maintenancefund.application.domain.ReviewService;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.Option;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages about one application have in common. */
@Component
class ReviewPage {

    private final ReviewService service;
    private final Applicants applicants;
    private final Consultations consultations;

    ReviewPage(ReviewService service, Applicants applicants, Consultations consultations) {
        this.service = service;
        this.applicants = applicants;
        this.consultations = consultations;
    }

    /** Lays the application out for the reviewer; {@link org.maintenancefund.kernel.NotFound} where it is not theirs. */
    ReviewSheet show(ApplicationKind kind, ApplicationNumber number, CurrentUser user, Model model) {
        consultations.before(kind, number);
        ReviewSheet sheet = service.open(kind, number, user);
        model.addAttribute("kind", kind);
        model.addAttribute("path", kind.reviewPath());
        model.addAttribute("sheet", sheet);
        model.addAttribute("filed", sheet.application());
        model.addAttribute(
                "mayRevise",
                ReviewAction.RESUBMIT.isPossibleIn(sheet.application().status())
                        && applicants.mayRevise(kind, number, user));
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
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(sheet.application().title())));
        return sheet;
    }

    private static List<Option> results(ApplicationKind kind) {
        String how = kind.byReceipt() ? "申请人凭受理编号和回执码" : "申请人登录后";
        return List.of(
                Option.of(ReviewAction.APPROVE, "通过", "通过后即可办理下一步"),
                Option.of(ReviewAction.RETURN, "退回修改", how + "修改原申请后重新提交，不必从头填写"),
                Option.of(ReviewAction.REFUSE, "不予受理", "只用于滥用或无权申请的情形，并写明理由"));
    }
}
