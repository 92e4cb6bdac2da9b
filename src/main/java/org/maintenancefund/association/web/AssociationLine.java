package org.maintenancefund.association.web;

import org.maintenancefund.association.AssociationView;
import org.maintenancefund.kernel.Messages;

/**
 * An association in words.
 *
 * @param target    who manages
 * @param contract  合同期限
 * @param effective 关联有效期
 */
record AssociationLine(String target, String contract, String effective) {

    static AssociationLine of(AssociationView association, String target) {
        return new AssociationLine(
                target,
                Messages.of(
                        "kernel.period",
                        association.contract().start(),
                        association.contract().end()),
                Messages.of("kernel.period", association.effectiveFrom(), association.effectiveTo()));
    }
}
