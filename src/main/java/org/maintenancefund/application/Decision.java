package org.maintenancefund.application;

import java.util.List;

/**
 * What a reviewer decided.
 *
 * @param action          通过, 退回修改 or 不予受理
 * @param expectedVersion the version of the application that the reviewer saw
 * @param papers          which paper documents have come; empty where the kind asks for none
 * @param waiver          why an approval doesn't wait for those that have not (容缺办理); empty: it waits
 * @param marks           what is to be mended; only with 退回修改
 */
public record Decision(
        ReviewAction action,
        int expectedVersion,
        List<String> reasons,
        String opinion,
        String internalRemark,
        List<PaperReceipt> papers,
        String waiver,
        List<Mark> marks) {

    /** Of a kind that asks for no paper documents. */
    public Decision(
            ReviewAction action, int expectedVersion, List<String> reasons, String opinion, String internalRemark) {
        this(action, expectedVersion, reasons, opinion, internalRemark, List.of(), "", List.of());
    }

    public Decision {
        if (!action.isDecision()) {
            throw new IllegalArgumentException("not a decision: " + action);
        }
        if (action != ReviewAction.RETURN && !marks.isEmpty()) {
            throw new IllegalArgumentException("marked to be mended and not returned: " + action);
        }
    }

    /** True where the applicant is told nothing of what is wrong. */
    boolean isSilent() {
        return reasons.isEmpty()
                && opinion.isBlank()
                && marks.stream().allMatch(mark -> mark.reason().isBlank());
    }

    /** True for an approval that would have to wait for a paper document. */
    boolean isTooEarly() {
        return action == ReviewAction.APPROVE
                && waiver.isBlank()
                && !papers.stream().allMatch(PaperReceipt::received);
    }
}
