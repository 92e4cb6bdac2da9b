package org.maintenancefund.application.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.Decision;
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
 * @param papers  of each paper document in turn, whether it has come
 * @param version of the application that the reviewer saw
 */
@Labels("application.decision.field.")
public record DecisionForm(
        @Nullable String result,
        List<String> reasons,
        @Text(max = MAX_TEXT, lines = true, optional = true) String opinion,
        @Text(max = MAX_TEXT, lines = true, optional = true) String remark,
        List<String> papers,
        @Nullable String version) {

    /** How long 给申请人的说明 and 内部备注 may be; the database allows as much. */
    static final int MAX_TEXT = 1000;

    private static final String RECEIVED = "RECEIVED";

    public DecisionForm {
        reasons = Objects.requireNonNullElse(reasons, List.of());
        opinion = Objects.requireNonNullElse(opinion, "");
        remark = Objects.requireNonNullElse(remark, "");
        papers = Objects.requireNonNullElse(papers, List.of());
    }

    /** Nothing is decided yet; the papers that came with an earlier round are ticked. */
    static DecisionForm of(ReviewSheet sheet) {
        return new DecisionForm(
                null,
                List.of(),
                "",
                "",
                sheet.paperDocuments().stream()
                        .map(document -> sheet.papersReceived().contains(document) ? RECEIVED : "MISSING")
                        .toList(),
                Integer.toString(sheet.application().version()));
    }

    /**
     * Makes a decision of a form whose constraints were checked; null where something is wrong, which is then in {@code errors}.
     *
     * @param allowedReasons the ticks that were offered; others are left out
     * @param documents      the paper documents whose arrival is noted, in the order of {@link #papers()}
     */
    @Nullable
    Decision toDecision(List<String> allowedReasons, List<String> documents, Errors errors) {
        ReviewAction action = action();
        if (action == null) {
            FieldErrors.reject(errors, "result", Reason.of("application.decision.result.missing"));
        }
        List<String> ticked =
                reasons.stream().filter(allowedReasons::contains).distinct().toList();
        boolean silent = ChineseText.isBlank(opinion);
        if (action == ReviewAction.RETURN && ticked.isEmpty() && silent) {
            FieldErrors.reject(errors, "reasons", Reason.of("application.decision.reason.missing"));
        }
        if (action == ReviewAction.REFUSE && silent) {
            FieldErrors.reject(errors, "opinion", Reason.of("application.decision.refusal.missing"));
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
                papers(documents));
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
            receipts.add(new PaperReceipt(documents.get(i), i < papers.size() && RECEIVED.equals(papers.get(i))));
        }
        return receipts;
    }
}
