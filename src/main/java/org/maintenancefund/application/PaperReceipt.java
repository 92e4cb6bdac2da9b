package org.maintenancefund.application;

import org.maintenancefund.kernel.Messages;

/**
 * Whether a paper document had come when a round was decided (纸质文件 未收到 / 已收到).
 *
 * @param document what it is, as the applicant listed it
 */
public record PaperReceipt(String document, boolean received) {

    @Override
    public String toString() {
        return Messages.of(received ? "application.paper.received" : "application.paper.missing", document);
    }
}
