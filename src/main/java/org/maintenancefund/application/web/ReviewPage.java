package org.maintenancefund.application.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applicants;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationRows;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewSheet;
import org.maintenancefund.application.domain.ReviewService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.Option;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages about one application have in common. */
@Component
@RequiredArgsConstructor
class ReviewPage {

    private final ReviewService service;
    private final Applicants applicants;

    /** Lays the application out for the reviewer; {@link org.maintenancefund.kernel.NotFound} where it is not theirs. */
    ReviewSheet show(ApplicationKind kind, ApplicationNumber number, CurrentUser user, Model model) {
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
        model.addAttribute(
                "rows",
                ApplicationRows.compared(
                        sheet.application().fields(),
                        sheet.application().files(),
                        sheet.before(),
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
