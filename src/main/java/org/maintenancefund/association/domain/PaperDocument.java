package org.maintenancefund.association.domain;

import org.maintenancefund.kernel.Messages;

/**
 * A paper document that the committee hands in (纸质材料).
 *
 * @param copies   份数, at least one
 * @param original 原件 or else 复印件
 */
public record PaperDocument(PaperKind kind, int copies, boolean original) {

    /** 物业服务合同（原件 1 份）. */
    @Override
    public String toString() {
        return Messages.of(
                "association.paper",
                kind.label(),
                Messages.of(original ? "association.paper.original" : "association.paper.copy"),
                copies);
    }
}
