package org.maintenancefund.enterprise;

import org.maintenancefund.kernel.Labelled;

/** Whether a company holds the qualification of its trade, which decides where its people sign in. */
public enum Qualification implements Labelled {
    /** 有资质: its people use the shared account of the city's 物业管理信息系统 and never register here. */
    QUALIFIED,
    /** 无资质: it registers here and its people get their user names here. */
    UNQUALIFIED
}
