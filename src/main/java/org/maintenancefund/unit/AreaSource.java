package org.maintenancefund.unit;

import org.maintenancefund.kernel.Labelled;

/** Where a floor area comes from, the most trusted first: 登记簿, 实测, 合同. */
public enum AreaSource implements Labelled {
    REGISTER,
    SURVEY,
    CONTRACT
}
