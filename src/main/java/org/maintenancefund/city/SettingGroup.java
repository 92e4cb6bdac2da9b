package org.maintenancefund.city;

import org.maintenancefund.kernel.Labelled;

/** The part of 节假日与参数 that a setting stands in, in the order of the page. */
public enum SettingGroup implements Labelled {
    CENTRE,
    REVIEW,
    FILLING_IN,
    ACCOUNTS,
    REGISTRATION,
    /** 日常收取: what no source settles, so that none of it has a default. */
    COLLECTION,
    /** 差异台账: how long something may not agree. */
    DIFFERENCES
}
