package org.maintenancefund.application.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.Decision;
import org.maintenancefund.application.Mark;
import org.maintenancefund.application.MarkPlace;
import org.maintenancefund.application.PaperReceipt;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewSheet;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.springframework.validation.Errors;

/**
 * 审核意见 as the reviewer fills it in.
 *
 * @param papers      of each paper document in turn, whether it has come; nothing where nobody said
 * @param waived      ticked: 容缺办理, an approval that doesn't wait for a document
 * @param marks       the ticks 需要修改 beside the lines, each a {@link MarkPlace#value()}
 * @param markReasons the texts beside them, in the order of {@link ReviewSheet#places()}
 * @param version of the application that the reviewer saw
 */
@Labels("application.decision.field.")
public record DecisionForm(
        @Nullable String result,
        List<String> reasons,
        @Text(max = MAX_TEXT, lines = true, optional = true) String opinion,
        @Text(max = MAX_TEXT, lines = true, optional = true) String remark,
        List<String> papers,
        @Nullable String waived,
        @Text(max = MAX_WAIVER, optional = true) String waiver,
        List<String> marks,
        List<String> markReasons,
        @Nullable String version) {

    /** How long 给申请人的说明 and 内部备注 may be; the database allows as much. */
    static final int MAX_TEXT = 1000;

    /** How long the reason of 容缺办理 may be; the database allows as much. */
    static final int MAX_WAIVER = 200;

    private static final String RECEIVED = "RECEIVED";
    private static final String MISSING = "MISSING";
    private static final String TICKED = "true";

    public DecisionForm {
        reasons = Objects.requireNonNullElse(reasons, List.of());
        opinion = Objects.requireNonNullElse(opinion, "");
        remark = Objects.requireNonNullElse(remark, "");
        papers = new ArrayList<>(papers == null ? List.of() : papers);
        waiver = Objects.requireNonNullElse(waiver, "");
        marks = Objects.requireNonNullElse(marks, List.of());
        markReasons = new ArrayList<>(markReasons == null ? List.of() : markReasons);
    }

    /** Nothing is decided yet; of papers that came with an earlier round that is known, of others nothing. */
    static DecisionForm of(ReviewSheet sheet) {
        return new DecisionForm(
                null,
                List.of(),
                "",
                "",
                sheet.paperDocuments().stream()
                        .map(document -> sheet.papersReceived().contains(document) ? RECEIVED : "")
                        .toList(),
                null,
                "",
                List.of(),
                List.of(),
                Integer.toString(sheet.application().version()));
    }

    /**
     * Makes a decision of a form whose constraints were checked; null where something is wrong, which is then in {@code errors}.
     *
     * @param allowedReasons the ticks that were offered; others are left out
     * @param documents      the paper documents whose arrival is noted, in the order of {@link #papers()}
     * @param places         what can be marked
     * @param parameters     what was sent under a name
     */
    @Nullable
    Decision toDecision(
            List<String> allowedReasons,
            List<String> documents,
            List<MarkPlace> places,
            Function<String, @Nullable String> parameters,
            Errors errors) {
        read("paper", documents.size(), parameters, papers);
        read("markReason", places.size(), parameters, markReasons);
        ReviewAction action = action();
        if (action == null) {
            FieldErrors.reject(errors, "result", Reason.of("application.decision.result.missing"));
        }
        List<String> ticked =
                reasons.stream().filter(allowedReasons::contains).distinct().toList();
        boolean silent = ChineseText.isBlank(opinion);
        List<Mark> marked = marked(places, errors);
        if (action != null && action != ReviewAction.RETURN && !marked.isEmpty()) {
            FieldErrors.reject(errors, "result", Reason.of("application.decision.marks.not-returned"));
        }
        boolean explained = marked.stream().anyMatch(mark -> !mark.reason().isEmpty());
        if (action == ReviewAction.RETURN && ticked.isEmpty() && !explained && silent) {
            FieldErrors.reject(errors, "reasons", Reason.of("application.decision.reason.missing"));
        }
        if (action == ReviewAction.REFUSE && silent) {
            FieldErrors.reject(errors, "opinion", Reason.of("application.decision.refusal.missing"));
        }
        if (action == ReviewAction.APPROVE) {
            checkPapers(documents, errors);
        }
        if (action == null || errors.hasErrors()) {
            return null;
        }
        return new Decision(
                action,
                FormPages.seenVersion(version),
                action == ReviewAction.RETURN ? ticked : List.of(),
                ChineseText.paragraphs(opinion, MAX_TEXT).value(),
                ChineseText.paragraphs(remark, MAX_TEXT).value(),
                papers(documents),
                action == ReviewAction.APPROVE && isWaived() ? ChineseText.clean(waiver) : "",
                marked);
    }

    /** An approval says of each document whether it has come, and why it doesn't wait for one that has not. */
    private void checkPapers(List<String> documents, Errors errors) {
        boolean owes = false;
        for (int i = 0; i < documents.size(); i++) {
            String said = paper(i);
            if (!RECEIVED.equals(said) && !MISSING.equals(said)) {
                FieldErrors.reject(
                        errors, "papers[" + i + "]", Reason.of("application.decision.paper.unsaid", documents.get(i)));
            } else if (MISSING.equals(said) && !isWaived()) {
                FieldErrors.reject(
                        errors, "papers[" + i + "]", Reason.of("application.decision.paper.missing", documents.get(i)));
            }
            owes |= MISSING.equals(said);
        }
        if (owes && isWaived() && ChineseText.isBlank(waiver)) {
            FieldErrors.reject(errors, "waiver", Reason.of("application.decision.waiver.missing"));
        }
    }

    /** What was sent under names with numbers, which are no field of a record by themselves. */
    private static void read(
            String name, int count, Function<String, @Nullable String> parameters, List<String> values) {
        values.clear();
        for (int i = 0; i < count; i++) {
            values.add(Objects.requireNonNullElse(parameters.apply(name + i), ""));
        }
    }

    private boolean isWaived() {
        return TICKED.equals(waived);
    }

    private @Nullable String paper(int place) {
        return place < papers.size() ? papers.get(place) : null;
    }

    /** What is ticked. */
    private List<Mark> marked(List<MarkPlace> places, Errors errors) {
        if (!places.stream().map(MarkPlace::value).toList().containsAll(marks)) {
            FieldErrors.rejectAll(errors, Reason.of("application.decision.marks.unknown"));
        }
        List<Mark> marked = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            if (!marks.contains(places.get(i).value())) {
                if (!ChineseText.isBlank(markReason(i))) {
                    FieldErrors.reject(
                            errors, "markReasons[" + i + "]", Reason.of("application.decision.marks.unticked"));
                }
            } else {
                String reason = FieldErrors.check(
                        errors, "markReasons[" + i + "]", ChineseText.optional(markReason(i), Mark.LONGEST_REASON));
                marked.add(places.get(i).because(Objects.requireNonNullElse(reason, markReason(i))));
            }
        }
        return marked;
    }

    /** The text at that place, as typed. */
    String markReason(int place) {
        return place < markReasons.size() ? Objects.requireNonNullElse(markReasons.get(place), "") : "";
    }

    private @Nullable ReviewAction action() {
        for (ReviewAction candidate : ReviewAction.values()) {
            if (candidate.isDecision() && candidate.name().equals(result)) {
                return candidate;
            }
        }
        return null;
    }

    private List<PaperReceipt> papers(List<String> documents) {
        List<PaperReceipt> receipts = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            if (RECEIVED.equals(paper(i)) || MISSING.equals(paper(i))) {
                receipts.add(new PaperReceipt(documents.get(i), RECEIVED.equals(paper(i))));
            }
        }
        return receipts;
    }
}
