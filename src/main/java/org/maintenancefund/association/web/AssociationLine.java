package org.maintenancefund.association.web;

import org.maintenancefund.association.AssociationView;

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
                association.contract().start() + " 至 " + association.contract().end(),
                association.effectiveFrom() + " 至 " + association.effectiveTo());
    }
}
