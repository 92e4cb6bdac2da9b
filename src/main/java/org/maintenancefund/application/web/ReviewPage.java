package org.maintenancefund.application.web;

import java.util.List;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applicants;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationRows;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.ProgressLines;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewSheet;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.application.domain.ReviewService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Crumb;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.Tab;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays an application out for its reviewer: what all pages of a review show. */
@Component
@RequiredArgsConstructor
class ReviewPage {

    static final String VIEW = "application/review";

    /**
     * Which papers can be printed of the round that is shown, beside 申请表 and 审核表.
     *
     * @param notice what the paper after the approval is called; null where there is none
     */
    record Printouts(
            boolean acceptance, boolean returned, @Nullable String notice) {

        static Printouts of(ReviewSheet sheet) {
            ApplicationView filed = sheet.application();
            boolean returned = filed.timeline().stream()
                    .anyMatch(entry -> entry.round() == sheet.round() && entry.action() == ReviewAction.RETURN);
            return new Printouts(
                    NoticePaperController.isAccepted(filed.status()),
                    returned,
                    filed.status() == ReviewStatus.APPROVED
                            ? filed.kind().noticeTitle().orElse(null)
                            : null);
        }
    }

    private final ReviewService service;
    private final Applicants applicants;
    private final ProgressLines lines;

    /** The current round; {@link org.maintenancefund.kernel.NotFound} where the application is not theirs. */
    ReviewSheet show(ApplicationKind kind, ApplicationNumber number, CurrentUser user, Model model) {
        return show(kind, number, null, user, model);
    }

    /** @param round null for the current one */
    ReviewSheet show(
            ApplicationKind kind, ApplicationNumber number, @Nullable Integer round, CurrentUser user, Model model) {
        service.consult(kind, number);
        ReviewSheet sheet = round == null ? service.open(kind, number, user) : service.open(kind, number, round, user);
        model.addAttribute("kind", kind);
        model.addAttribute("path", kind.reviewPath());
        model.addAttribute("sheet", sheet);
        model.addAttribute("filed", sheet.application());
        model.addAttribute(
                "mayRevise",
                !sheet.isEarlier()
                        && ReviewAction.RESUBMIT.isPossibleIn(
                                sheet.application().status())
                        && applicants.mayRevise(kind, number, user));
        model.addAttribute(
                "mayNotify",
                ReviewAction.NOTIFY.isPossibleIn(sheet.application().status()));
        model.addAttribute("printouts", Printouts.of(sheet));
        model.addAttribute("scans", ApplicationRows.scans(sheet.files()));
        model.addAttribute("rounds", rounds(kind, sheet));
        model.addAttribute("line", kind.byReceipt() ? lines.of(sheet.application()) : null);
        model.addAttribute("timeline", ApplicationRows.timeline(sheet.application()));
        model.addAttribute(
                "reasons",
                sheet.returnReasons().stream().map(r -> Option.of(r, r)).toList());
        model.addAttribute("results", results(kind));
        model.addAttribute("paperStates", paperStates());
        model.addAttribute(Crumb.ATTRIBUTE, List.of(Crumb.of(sheet.application().title())));
        return sheet;
    }

    /** 第 1 次提交, 第 2 次提交; none where there is but one. */
    private static List<Tab> rounds(ApplicationKind kind, ReviewSheet sheet) {
        int latest = sheet.application().round();
        String address = kind.reviewPath() + "/" + sheet.application().number();
        return latest == 1
                ? List.of()
                : IntStream.rangeClosed(1, latest)
                        .mapToObj(round -> new Tab(
                                Messages.of("application.round", round),
                                round == latest ? address : address + "?round=" + round,
                                null,
                                round == sheet.round()))
                        .toList();
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

    /** Without a preset: nobody has looked yet. */
    private static List<Option> paperStates() {
        return List.of(
                Option.of("RECEIVED", Messages.of("application.paper.yes")),
                Option.of("MISSING", Messages.of("application.paper.no")));
    }
}
