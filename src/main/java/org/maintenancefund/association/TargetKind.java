package org.maintenancefund.association;

import org.maintenancefund.kernel.Labelled;

/** 关联对象: who gets the right to manage the area. */
public enum TargetKind implements Labelled {
    ENTERPRISE,
    OFFICE
}
