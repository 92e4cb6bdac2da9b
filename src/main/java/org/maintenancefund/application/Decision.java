package org.maintenancefund.application;

import java.util.List;

/**
 * What a reviewer decided.
 *
 * @param action          通过, 退回修改 or 不予受理
 * @param expectedVersion the version of the application that the reviewer saw
 * @param reasons         ticked reasons of a return
 * @param opinion         给申请人的说明
 * @param internalRemark  内部备注
 * @param papers          which paper documents have come; empty where the kind asks for none
 */
public record Decision(
        ReviewAction action,
        int expectedVersion,
        List<String> reasons,
        String opinion,
        String internalRemark,
        List<PaperReceipt> papers) {

    /** Of a kind that asks for no paper documents. */
    public Decision(
            ReviewAction action, int expectedVersion, List<String> reasons, String opinion, String internalRemark) {
        this(action, expectedVersion, reasons, opinion, internalRemark, List.of());
    }

    public Decision {
        reasons = List.copyOf(reasons);
        papers = List.copyOf(papers);
        if (!action.isDecision()) {
            throw new IllegalArgumentException("not a decision: " + action);
        }
    }
}
