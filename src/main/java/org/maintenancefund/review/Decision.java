package org.maintenancefund.review;

import java.util.List;

/**
 * What a reviewer decided.
 *
 * @param action          通过, 退回修改 or 不予受理
 * @param expectedVersion the version of the application that the reviewer saw
 * @param reasons         ticked reasons of a return
 * @param opinion         给申请人的说明
 * @param internalRemark  内部备注
 */
public record Decision(
        ReviewAction action, int expectedVersion, List<String> reasons, String opinion, String internalRemark) {

    public Decision {
        reasons = List.copyOf(reasons);
        if (!action.isDecision()) {
            throw new IllegalArgumentException("not a decision: " + action);
        }
    }
}
