package org.maintenancefund.application;

import org.maintenancefund.kernel.Messages;

/**
 * A paper document that an approval didn't wait for (容缺办理).
 *
 * @param position among the documents of the application
 * @param reason   why it was approved all the same
 */
public record OwedPaper(int position, String document, String reason, boolean received) {

    @Override
    public String toString() {
        return Messages.of("application.paper.owed", document, reason);
    }
}
