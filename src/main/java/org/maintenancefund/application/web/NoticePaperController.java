package org.maintenancefund.application.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.ApprovalNotice;
import org.maintenancefund.application.PrintedRound;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.application.TimelineEntry;
import org.maintenancefund.application.domain.PrintedRounds;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.Paper;
import org.maintenancefund.web.PaperRow;
import org.maintenancefund.web.SummaryRow;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What the district tells who applied on paper: 受理通知书, 退回通知书, and the kind's own notice after an approval. */
@PerKind(PerKind.Address.REVIEWS)
@RequiredArgsConstructor
class NoticePaperController {

    private final PrintedRounds rounds;
    private final CasePapers papers;

    /** True where an application was taken in: what was refused, withdrawn or left alone gets no 受理通知书 any more. */
    static boolean isAccepted(ReviewStatus status) {
        return status == ReviewStatus.PENDING || status == ReviewStatus.RETURNED || status == ReviewStatus.APPROVED;
    }

    /** 受理通知书 of the latest submission, with the day by which it is decided. */
    @GetMapping("/{number}/print/acceptance")
    String acceptance(
            @PathVariable ApplicationNumber number,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            Model model) {
        PrintedRound round = rounds.forReview(kind, number, null, user);
        if (!isAccepted(round.application().status())) {
            throw new NotFound("acceptance of " + number);
        }
        Paper paper = show(round, "application.paper.acceptance", model);
        model.addAttribute("addressee", PaperSections.applicant(round, paper.centre()));
        model.addAttribute("rows", PaperRow.of(accepted(round, paper)));
        model.addAttribute("materials", PaperSections.materials(round, null));
        model.addAttribute("workingDays", round.application().workingDays());
        return "application/print-acceptance";
    }

    private static List<SummaryRow> accepted(PrintedRound round, Paper paper) {
        ApplicationView application = round.application();
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(row("matter", application.kind().label()));
        rows.add(row("number", application.number()));
        rows.addAll(PaperSections.contact(round, paper.centre()));
        rows.add(row("round", Messages.of("application.round", round.round())));
        rows.add(row("accepted", Times.longDate(round.submission().at())));
        List<String> due = new ArrayList<>(List.of(Times.longDate(application.dueOn())));
        if (!application.dueListed()) {
            due.add(Messages.of("application.paper.due.unlisted"));
        }
        rows.add(SummaryRow.ofLines(Messages.of("application.paper.row.due"), due));
        return rows;
    }

    /**
     * 退回通知书, with all that is to be mended and until when.
     *
     * @param round the latest that was returned unless another one is asked for
     */
    @GetMapping("/{number}/print/return")
    String returned(
            @PathVariable ApplicationNumber number,
            @RequestParam(required = false) @Nullable Integer round,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            Model model) {
        PrintedRound printed = rounds.forReview(kind, number, round, user);
        if (round == null) {
            Integer latest = latestReturned(printed.application());
            printed = rounds.forReview(kind, number, latest, user);
        }
        TimelineEntry decision = printed.decision()
                .filter(entry -> entry.action() == ReviewAction.RETURN)
                .orElseThrow(() -> new NotFound("return of " + number));
        Paper paper = show(printed, "application.paper.return", model);
        model.addAttribute("addressee", PaperSections.applicant(printed, paper.centre()));
        Optional<LocalDate> reviseBy = reviseBy(printed);
        model.addAttribute("rows", PaperRow.of(returned(printed, decision, reviseBy, paper)));
        model.addAttribute("canBeRevised", reviseBy.isPresent());
        model.addAttribute("decision", decision);
        model.addAttribute(
                "opinion",
                decision.opinion().lines().filter(line -> !line.isBlank()).toList());
        model.addAttribute("progressAddress", Paper.addressOf(Page.PROGRESS.path()));
        return "application/print-return";
    }

    private static @Nullable Integer latestReturned(ApplicationView application) {
        return application.timeline().stream()
                .filter(entry -> entry.action() == ReviewAction.RETURN)
                .map(TimelineEntry::round)
                .findFirst()
                .orElse(null);
    }

    /** Until when it is to be mended: empty where it can't be any more. */
    private static Optional<LocalDate> reviseBy(PrintedRound round) {
        return Optional.ofNullable(round.application().reviseBy())
                .filter(day -> round.round() == round.application().round());
    }

    private static List<SummaryRow> returned(
            PrintedRound round, TimelineEntry decision, Optional<LocalDate> reviseBy, Paper paper) {
        ApplicationView application = round.application();
        List<SummaryRow> rows = new ArrayList<>();
        rows.add(row("matter", application.kind().label()));
        rows.add(row("number", application.number()));
        rows.addAll(PaperSections.contact(round, paper.centre()));
        rows.add(row("round", Messages.of("application.round", round.round())));
        rows.add(row("submitted", Times.longDate(round.submission().at())));
        rows.add(row("returned", Times.longDate(decision.at())));
        reviseBy.ifPresent(day -> rows.add(row("revise-by", Times.longDate(day))));
        return rows;
    }

    /** The kind's own notice after an approval. */
    @GetMapping("/{number}/print/notice")
    String approved(
            @PathVariable ApplicationNumber number,
            @AuthenticationPrincipal CurrentUser user,
            ApplicationKind kind,
            Model model) {
        ApprovalNotice notice = rounds.notice(kind, number, user);
        PrintedRound round = rounds.forReview(kind, number, null, user);
        papers.show(round, kind.noticeTitle().orElseThrow(), model);
        model.addAttribute("back", kind.reviewPath() + "/" + number);
        model.addAttribute("letter", notice);
        model.addAttribute("rows", PaperRow.of(notice.rows()));
        model.addAttribute("effects", PaperRow.of(notice.effects()));
        return "application/print-notice";
    }

    private Paper show(PrintedRound round, String name, Model model) {
        ApplicationKind kind = round.application().kind();
        model.addAttribute("back", kind.reviewPath() + "/" + round.application().number());
        return papers.show(round, Paper.title(kind.label(), Messages.of(name)), model);
    }

    private static SummaryRow row(String name, Object value) {
        return SummaryRow.of(Messages.of("application.paper.row." + name), value);
    }
}
