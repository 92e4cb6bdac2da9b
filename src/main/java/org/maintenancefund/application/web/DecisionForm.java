package org.maintenancefund.application.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.Decision;
import org.maintenancefund.application.PaperReceipt;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.web.FieldErrors;
import org.springframework.validation.Errors;

/** 审核意见 as the reviewer fills it in. */
public class DecisionForm {

    /** How long 给申请人的说明 and 内部备注 may be; the database allows as much. */
    static final int MAX_TEXT = 1000;

    private static final String RECEIVED = "RECEIVED";

    private @Nullable String result;
    private List<String> reasons = new ArrayList<>();
    private String opinion = "";
    private String remark = "";
    private List<String> papers = new ArrayList<>();
    private int version;

    /**
     * Checks what was filled in and makes a decision of it; null where something is wrong, which is then in {@code errors}.
     *
     * @param allowedReasons the ticks that were offered; others are left out
     * @param documents      the paper documents whose arrival is noted, in the order of {@link #getPapers()}
     */
    @Nullable
    Decision toDecision(List<String> allowedReasons, List<String> documents, Errors errors) {
        ReviewAction action = action();
        if (action == null) {
            FieldErrors.reject(errors, "result", Reason.of("application.decision.result.missing"));
        }
        List<String> ticked =
                reasons.stream().filter(allowedReasons::contains).distinct().toList();
        String said = text(errors, "opinion", opinion);
        String noted = text(errors, "remark", remark);
        if (action == ReviewAction.RETURN && ticked.isEmpty() && said.isEmpty() && !errors.hasFieldErrors("opinion")) {
            FieldErrors.reject(errors, "reasons", Reason.of("application.decision.reason.missing"));
        }
        if (action == ReviewAction.REFUSE && said.isEmpty() && !errors.hasFieldErrors("opinion")) {
            FieldErrors.reject(errors, "opinion", Reason.of("application.decision.refusal.missing"));
        }
        if (action == null || errors.hasErrors()) {
            return null;
        }
        return new Decision(
                action, version, action == ReviewAction.RETURN ? ticked : List.of(), said, noted, papers(documents));
    }

    private @Nullable ReviewAction action() {
        for (ReviewAction candidate : ReviewAction.values()) {
            if (candidate.isDecision() && candidate.name().equals(result)) {
                return candidate;
            }
        }
        return null;
    }

    private static String text(Errors errors, String field, String typed) {
        Checked<String> text = ChineseText.paragraphs(typed, MAX_TEXT);
        String read = FieldErrors.check(errors, field, text);
        return read == null ? "" : read;
    }

    private List<PaperReceipt> papers(List<String> documents) {
        List<PaperReceipt> receipts = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            receipts.add(new PaperReceipt(documents.get(i), i < papers.size() && RECEIVED.equals(papers.get(i))));
        }
        return receipts;
    }

    /** Ticks what had come by an earlier round. */
    void showReceived(List<String> documents, List<String> received) {
        papers = documents.stream()
                .map(document -> received.contains(document) ? RECEIVED : "MISSING")
                .toList();
    }

    public @Nullable String getResult() {
        return result;
    }

    public void setResult(@Nullable String result) {
        this.result = result;
    }

    public List<String> getReasons() {
        return reasons;
    }

    public void setReasons(List<String> reasons) {
        this.reasons = reasons;
    }

    public String getOpinion() {
        return opinion;
    }

    public void setOpinion(String opinion) {
        this.opinion = opinion;
    }

    public String getRemark() {
        return remark;
    }

    public void setRemark(String remark) {
        this.remark = remark;
    }

    public List<String> getPapers() {
        return papers;
    }

    public void setPapers(List<String> papers) {
        this.papers = papers;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}
